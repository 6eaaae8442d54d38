// The same commands, the same bytes: on the JVM, which wrote target/golden/, and in Chromium.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { extname, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { budgetBytes, compressedBytes } from "../../../scripts/build.mjs";
import { launch } from "../../../../web/test/browser/launch.mjs";

const target = fileURLToPath(new URL("../../../target", import.meta.url));
const golden = JSON.parse(readFileSync(`${target}/golden/index.json`, "utf8"));
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const page = {
  "/": '<!doctype html><title>golden</title><script type="module" src="/test.js"></script>',
  "/test.js": 'import * as page from "/page.js"; const first = await page.policy(); globalThis.golden = { ...page, policy: () => first };',
  "/page.js": readFileSync(new URL("./page.js", import.meta.url)),
};

/** Serves target/ under the policy that the web app is served with. */
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  response.setHeader("Content-Security-Policy", policy);
  response.setHeader("Content-Type", types[extname(path) || ".html"] ?? "application/octet-stream");
  try {
    response.end(page[path] ?? readFileSync(target + path));
  } catch {
    response.writeHead(404).end();
  }
});

let shown;
let close = async () => {};
const inPage = (name, argument) => shown.evaluate(([call, value]) => globalThis.golden[call](value), [name, argument]);

before(async () => {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const started = await launch();
  close = started.close;
  shown = await started.browser.newPage();
  shown.on("console", (message) => console.log(message.text()));
  shown.on("pageerror", (error) => console.log(error.message));
  await shown.goto(`http://127.0.0.1:${server.address().port}/`);
  await shown.waitForFunction(() => "golden" in globalThis);
});

after(async () => {
  await close();
  server.close();
});

test("the module is within its budget", () => {
  const bytes = compressedBytes();
  assert.ok(bytes <= budgetBytes, `alchemist.wasm is ${bytes - budgetBytes} bytes over its budget of ${budgetBytes} as brotli: find what grew`);
});

test("the policy forbids functions made of strings, and the module runs under it", async () => {
  assert.deepEqual(await inPage("policy"), { evaluated: "EvalError", code: "node-not-live", violations: ["script-src"] });
});

for (const { name, commands } of golden.logs) {
  test(`${name}: ${commands} commands have the answers that they have on the JVM`, async (t) => {
    const { difference, position, milliseconds } = await inPage("replay", name);
    assert.equal(difference, null);
    t.diagnostic(`${position} events, ${commands} commands in ${milliseconds.toFixed(0)} ms`);
  });
}

test("a replica comes to the JVM's state by every way", async () => {
  for (const { name } of golden.logs) assert.deepEqual(await inPage("states", name), [true, true, true], name);
});

test("a command is answered as JSON, and what is none is an error", async () => {
  const [accepted, rejected, dream, folded, restored, placed, position] = await inPage("answers");
  assert.equal(accepted.position, 1);
  assert.equal(accepted.events[0].type, "graph.node-added");
  assert.equal(accepted.events[0].data.name, "Zoë 😀");
  assert.equal(rejected.code, "node-not-live");
  assert.match(dream, /^true .*no command is named 'graph.dream'/);
  assert.match(folded, /^true .*a length of 5/);
  assert.match(restored, /^true .*the bytes end/);
  assert.match(placed, /^true /);
  assert.equal(position, 1);
});

for (const { name, items, edges } of golden.layouts) {
  test(`${name}: ${items} items and ${edges} edges lie where they lie on the JVM`, async (t) => {
    const { differences, milliseconds } = await inPage("layout", name);
    assert.deepEqual(differences, []);
    t.diagnostic(`placed in ${milliseconds.toFixed(0)} ms`);
  });
}
