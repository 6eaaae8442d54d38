// Replays in Chromium what `mvn verify` replayed on the JVM, and compares every byte. Skipped where there is no
// browser, except in continuous integration.
import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { needBrowser } from "../../web/scripts/browser.mjs";
import { build } from "./build.mjs";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
for (const [made, by] of [["target/teavm/alchemist.wasm", "./mvnw -pl wasm -am verify"], ["target/golden/index.json", "./mvnw -pl wasm -am verify"], ["../web/node_modules/playwright-core", "npm ci, in web/"]]) {
  if (!existsSync(here(made))) {
    console.error(`wasm/${made} is not there: run ${by} first`);
    process.exit(1);
  }
}
build();
await needBrowser();
const done = spawnSync(process.execPath, ["--test", "--test-concurrency=1", here("src/test/js/golden.test.mjs")], { stdio: "inherit" });
process.exit(done.status ?? 1);
