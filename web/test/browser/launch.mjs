// Starts a browser as the tests need it: headless, with a fresh profile that is thrown away.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArguments, findBrowser } from "../../scripts/browser.mjs";

export async function launch() {
  const { path, libraries } = await findBrowser();
  const profile = mkdtempSync(join(tmpdir(), "alchemist-browser-"));
  const browser = await chromium.launch({
    executablePath: path,
    // On a busy machine a browser takes its time.
    timeout: 120_000,
    ignoreDefaultArgs: ["--headless", "--headless=old"],
    args: [...browserArguments, `--disk-cache-dir=${join(profile, "cache")}`],
    env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":") } : {}) },
  });
  const close = async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { browser, close };
}
