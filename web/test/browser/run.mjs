// Runs the browser tests against the built app: with the fixture server, or the real one named by ALCHEMIST_URL.
// Two files at a time: each waits for a part of it. A browser on a busy machine can be late by seconds: a file that
// fails is tried once more, when the others are done; what passed only then is told as flaky at the end. What fails
// twice has failed, and is told once more where it is found.
import { existsSync, readdirSync } from "node:fs";
import { run } from "node:test";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { needBrowser } from "../../scripts/browser.mjs";

const folder = fileURLToPath(new URL("./", import.meta.url));
if (!process.env.ALCHEMIST_URL && !existsSync(`${folder}../../dist/index.html`)) {
  console.error("web/dist is not there: run `npm run build` first");
  process.exit(1);
}
await needBrowser();

const named = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".test.mjs") && (named.length === 0 || named.some((name) => file.startsWith(name))))
  .sort();
// Files that share a server would see what the others do to it.
const lanes = process.env.ALCHEMIST_URL ? 1 : 2;
const outcomes = new Map();
const waiting = [...files];
await Promise.all(Array.from({ length: lanes }, inTurn));
const flaky = [];
for (const file of files.filter((each) => outcomes.get(each).failed.length > 0)) {
  const again = await results(file);
  if (again.failed.length === 0) flaky.push(...outcomes.get(file).failed);
  outcomes.set(file, again);
}
const failed = [...outcomes.values()].flatMap((each) => each.failed);
const passed = sum("passed");
const skipped = sum("skipped");
for (const { name, file } of flaky) console.log(`flaky, passed when tried again: ${name} (${file})`);
for (const { name, file, why } of failed) console.log(`not ok: ${name} (${file})\n${why}`);
console.log(`${passed} passed, ${failed.length} failed, ${skipped} skipped`);
process.exit(failed.length > 0 || passed === 0 ? 1 : 0);

function sum(what) {
  return [...outcomes.values()].reduce((all, each) => all + each[what], 0);
}

/** Runs one file after the other, until none is left. */
async function inTurn() {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) outcomes.set(file, await results(file));
}

/** Runs one file in a process of its own: how many of its tests passed and were skipped, and which failed, with the error. */
async function results(file) {
  const found = { passed: 0, skipped: 0, failed: [] };
  for await (const { type, data } of run({ files: [folder + file], concurrency: 1 })) {
    if ((type !== "test:pass" && type !== "test:fail") || data.nesting > 0) continue;
    const late = `${Math.round(data.details.duration_ms)} ms`;
    if (type === "test:fail") {
      const why = inspect(data.details.error?.cause ?? data.details.error, { depth: 3 });
      found.failed.push({ name: data.name, file: basename(file), why });
      console.log(`not ok ${data.name} (${late})\n${why}`);
    } else {
      if (data.skip === undefined) found.passed++;
      else found.skipped++;
      console.log(`${data.skip === undefined ? "ok" : "skipped"} ${data.name} (${late})${data.skip ? ` # ${data.skip}` : ""}`);
    }
  }
  return found;
}
