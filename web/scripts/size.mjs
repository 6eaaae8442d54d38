// Says how large the built app is, compressed, and fails when it outgrows its budget.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Of all files together; the first page needs about half of them, panels are fetched when they are opened. */
const budgetBytes = 300_000;
const dist = new URL("../dist/assets/", import.meta.url).pathname;
let all = 0;
for (const file of readdirSync(dist).sort()) {
  const bytes = readFileSync(join(dist, file));
  const gzip = gzipSync(bytes, { level: 9 }).length;
  all += gzip;
  console.log(`${file.padEnd(44)} ${String(bytes.length).padStart(8)}  gzip ${String(gzip).padStart(7)}  brotli ${String(brotliCompressSync(bytes).length).padStart(7)}`);
}
console.log(`all together ${all} bytes gzip of ${budgetBytes}`);
if (all > budgetBytes) {
  console.error(`the app is ${all - budgetBytes} bytes over its budget: find what grew`);
  process.exit(1);
}
