// Prints the path of a Chromium that runs on this machine: the one named by CHROMIUM, an installed one,
// else the one inside npm's @sparticuz/chromium, unpacked once into the ignored .cache/ of the project.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { spawnSync } from "node:child_process";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Arguments that every start of the browser needs, here and in CI. */
export const browserArguments = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  // WebGL by the processor, where there is no graphics card.
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
  "--hide-scrollbars",
];

/** There is none here, and npm brought none that runs here. */
export class NoBrowser extends Error {}

/**
 * @returns {Promise<{path: string, libraries?: string}>} the program, and a folder of libraries for
 *   LD_LIBRARY_PATH where the machine may lack them
 * @throws {NoBrowser} where there is none
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which is not there: correct it or unset it`);
    return { path: named };
  }
  if (!process.env.CHROMIUM_FROM_NPM) {
    const found = installed.find((path) => existsSync(path));
    if (found) return { path: found };
  }
  return unpack();
}

/**
 * For a program that runs tests: where there is no browser it ends here, with the closing line of a test that was
 * skipped; in continuous integration (CI is set) with that of one that failed.
 */
export async function needBrowser() {
  try {
    return await findBrowser();
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    const must = Boolean(process.env.CI);
    console.log(must ? `${error.message}\n0 passed, 1 failed, 0 skipped` : `skipped: needs a browser; ${error.message}\n0 passed, 0 failed, 1 skipped`);
    process.exit(must ? 1 : 0);
  }
}

function unpack() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new NoBrowser("no Chromium is installed, and npm's is for Linux on x64: install one, or set CHROMIUM");
  }
  const web = dirname(dirname(fileURLToPath(import.meta.url)));
  const packed = join(web, "node_modules", "@sparticuz", "chromium", "bin");
  if (!existsSync(packed)) {
    throw new NoBrowser("no Chromium is installed, and npm's @sparticuz/chromium is absent: run `npm ci` in web/, or set CHROMIUM");
  }
  const { version } = JSON.parse(readFileSync(join(dirname(packed), "package.json"), "utf8"));
  const cache = join(dirname(web), ".cache", `chromium-${version}`);
  const program = join(cache, "chromium");
  if (!existsSync(program)) {
    // Under another name until all is there: a start that was cut off leaves nothing that looks whole.
    const part = `${cache}.part-${process.pid}`;
    mkdirSync(part, { recursive: true });
    for (const file of readdirSync(packed)) {
      const bytes = brotliDecompressSync(readFileSync(join(packed, file)));
      if (file.includes(".tar")) extract(bytes, part, file);
      else if (file.startsWith("chromium")) writeFileSync(join(part, "chromium"), bytes, { mode: 0o755 });
    }
    try {
      renameSync(part, cache);
    } catch (error) {
      // Another start was quicker.
      rmSync(part, { recursive: true, force: true });
      if (!existsSync(program)) throw error;
    }
  }
  return { path: program, libraries: ["al2023/lib", "lib"].map((p) => join(cache, p)).find((p) => existsSync(p)) };
}

function extract(bytes, into, name) {
  const done = spawnSync("tar", ["-x", "-C", into], { input: bytes });
  if (done.status !== 0) throw new Error(`cannot unpack ${name} into ${into}: ${done.stderr}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { path } = await findBrowser();
  process.stdout.write(`${path}\n`);
}
