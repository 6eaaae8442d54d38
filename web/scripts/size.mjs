// Says how large the built app is, compressed, and fails when it outgrows its budgets.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Scripts and styles that come before the map is seen: the page's own, and the worker that draws it. */
const beforeTheMap = 250_000;
/** With all that comes later, when it is wanted: panels, dialogs, exports, drawing with the graphics card. */
const altogether = 450_000;

const dist = new URL("../dist/", import.meta.url).pathname;
const assets = join(dist, "assets");
const first = filesBeforeTheMap();
let all = 0;
let before = 0;
for (const file of readdirSync(assets).sort()) {
  const bytes = readFileSync(join(assets, file));
  const gzip = gzipSync(bytes, { level: 9 }).length;
  all += gzip;
  if (first.has(file)) before += gzip;
  console.log(`${first.has(file) ? "*" : " "} ${file.padEnd(44)} ${String(bytes.length).padStart(8)}  gzip ${String(gzip).padStart(7)}  brotli ${String(brotliCompressSync(bytes).length).padStart(7)}`);
}
console.log(`before the map (*) ${before} bytes gzip of ${beforeTheMap}; all together ${all} of ${altogether}`);
for (const [what, bytes, budget] of [["what comes before the map", before, beforeTheMap], ["the app", all, altogether]]) {
  if (bytes <= budget) continue;
  console.error(`${what} is ${bytes - budget} bytes over its budget: find what grew`);
  process.exitCode = 1;
}

/** What index.html names, what that imports at once, and the worker that it starts. */
function filesBeforeTheMap() {
  const found = new Set();
  const add = (file) => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith(".js")) return;
    const text = readFileSync(join(assets, file), "utf8");
    for (const [, imported] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+)"/g)) add(imported);
    for (const [, worker] of text.matchAll(/new Worker\(new URL\(`?"?[^`"]*?([\w.-]+\.js)[`"]/g)) add(worker);
  };
  for (const [, file] of readFileSync(join(dist, "index.html"), "utf8").matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)) add(file);
  return found;
}
