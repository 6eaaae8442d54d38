// What every browser test needs: a server, a browser, and a page that has opened a workspace.
import { after, before } from "node:test";
import { startFixture } from "../fixture-server.mjs";
import { launch } from "./launch.mjs";
import { missing, startServer } from "./server.mjs";

/** How long is waited for what comes at once on an idle machine: a test fails by what happens, not by when. */
const patienceMs = 45_000;

/** True against the real server: tests that need the fixture's own data are left out then. */
export const real = process.env.ALCHEMIST_URL !== undefined;
export const workspace = process.env.ALCHEMIST_WS ?? "demo";

/** @returns {{base: string, fixture: object, open: (query?: string, options?: object) => Promise<import("playwright-core").Page>}} */
export function stage(options = {}) {
  return open(async (s) => {
    s.fixture = real ? undefined : await startFixture({ port: 0, ...options });
    s.base = real ? process.env.ALCHEMIST_URL : `http://127.0.0.1:${s.fixture.port}`;
    return () => s.fixture?.close();
  });
}

/** The same on the real server with an empty workspace “test”; `prepare` puts something into it. */
export function serverStage(prepare = async () => {}) {
  if (missing) return { open: undefined };
  return open(async (s) => {
    s.server = await startServer("test");
    s.base = s.server.base;
    await prepare(s.server, s);
    return () => s.server.close();
  }, "test");
}

function open(begin, named = workspace) {
  const s = { base: "", fixture: undefined, server: undefined };
  let browser;
  let close;
  let end;
  before(async () => {
    end = await begin(s);
    ({ browser, close } = await launch());
  });
  after(async () => {
    await close?.();
    await end?.();
  });
  s.open = async (query = `?ws=${named}`, { ready = ".canvas-ready, [role=slider]", ...context } = {}) => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...context })).newPage();
    page.setDefaultTimeout(patienceMs);
    page.problems = [];
    page.asked = [];
    page.on("pageerror", (e) => page.problems.push(e.message));
    page.on("console", (m) => ["error", "warning"].includes(m.type()) && page.problems.push(m.text()));
    page.on("request", (r) => page.asked.push(r.url()));
    await page.goto(`${s.base}/${query}`);
    if (ready) await page.waitForSelector(ready, { timeout: 60_000 });
    return page;
  };
  return s;
}

/** Waits until keys go there: what is typed before is lost. */
export async function focused(target) {
  await target.waitFor();
  await target.page().waitForFunction((element) => element.contains(document.activeElement), await target.elementHandle());
}

/** Looks a thing up by name and goes to the first that is found. */
export async function goTo(page, name) {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(name);
  await page.getByRole("option").first().waitFor();
  // The list is of what was typed last once its best hit says so.
  await page.getByRole("option", { name: new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i") }).first().click();
  await page.getByRole("heading", { level: 2 }).waitFor();
}
