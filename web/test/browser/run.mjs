// Runs the browser tests against the built app: with the fixture server, or the real one named by ALCHEMIST_URL.
import { existsSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { needBrowser } from "../../scripts/browser.mjs";

const web = fileURLToPath(new URL("../../", import.meta.url));
if (!process.env.ALCHEMIST_URL && !existsSync(`${web}dist/index.html`)) {
  console.error("web/dist is not there: run `npm run build` first");
  process.exit(1);
}
await needBrowser();
const done = spawnSync(process.execPath, ["--test", "--test-concurrency=1", `${web}test/browser/`], { stdio: "inherit" });
process.exit(done.status ?? 1);
