// Takes pictures of the app in many states, to be looked at. Usage: node test/browser/shots.mjs FOLDER [name…]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startFixture } from "../fixture-server.mjs";
import { launch } from "./launch.mjs";

const folder = process.argv[2] ?? "../.cache/shots";
const only = process.argv.slice(3);
mkdirSync(folder, { recursive: true });
const fixture = process.env.ALCHEMIST_URL ? null : await startFixture({ port: 0 });
const base = process.env.ALCHEMIST_URL ?? `http://127.0.0.1:${fixture.port}`;
const { browser, close } = await launch();
const desktop = { width: 1440, height: 900 };
const phone = { width: 360, height: 800 };

const settle = async (page) => {
  await page.waitForSelector("[aria-label='Time']", { timeout: 60_000 });
  await page.waitForTimeout(1800);
};
const select = async (page, name) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(name);
  await page.getByRole("option").first().waitFor();
  await page.waitForTimeout(250);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(2600);
};
const shots = {
  first: { view: desktop },
  dark: { view: desktop, dark: true },
  phone: { view: phone, touch: true },
  "phone-details": { view: phone, touch: true, act: async (page) => { await page.getByRole("button", { name: "Look up" }).click(); await page.getByRole("combobox").fill("invoice"); await page.getByRole("option").first().click(); await page.waitForTimeout(2600); } },
  zoomed: { view: desktop, act: async (page) => { await page.mouse.move(560, 420); for (let i = 0; i < 6; i++) { await page.mouse.wheel(0, -240); await page.waitForTimeout(60); } await page.waitForTimeout(1200); } },
  deep: { view: desktop, act: async (page) => { await page.mouse.move(620, 460); for (let i = 0; i < 11; i++) { await page.mouse.wheel(0, -240); await page.waitForTimeout(60); } await page.waitForTimeout(1200); } },
  selected: { view: desktop, act: (page) => select(page, "invoice") },
  "selected-dark": { view: desktop, dark: true, act: (page) => select(page, "billing") },
  past: { view: desktop, query: "&at=2021-03-14T00:00:00Z" },
  "past-dark": { view: desktop, dark: true, query: "&at=2020-03-14T00:00:00Z" },
  events: { view: desktop, query: "&side=events&outline=1" },
  "look-up": { view: desktop, act: async (page) => { await page.keyboard.press("/"); await page.getByRole("combobox").fill("led"); await page.waitForTimeout(900); } },
  import: { view: desktop, act: async (page) => { await page.getByRole("button", { name: "Import", exact: true }).click(); await page.getByLabel("Folder, Git").fill("/home/you/project"); await page.getByRole("button", { name: "See what" }).click(); await page.waitForTimeout(800); } },
  large: { view: desktop, ws: "large" },
  "large-dark": { view: desktop, ws: "large", dark: true, act: async (page) => { await page.mouse.move(620, 460); for (let i = 0; i < 6; i++) { await page.mouse.wheel(0, -240); await page.waitForTimeout(60); } await page.waitForTimeout(1200); } },
  blank: { view: desktop, ws: "blank", ready: "#welcome" },
};
for (const [name, shot] of Object.entries(shots)) {
  if (only.length && !only.includes(name)) continue;
  const context = await browser.newContext({ viewport: shot.view, colorScheme: shot.dark ? "dark" : "light", hasTouch: shot.touch ?? false, deviceScaleFactor: shot.touch ? 2 : 1 });
  const page = await context.newPage();
  page.on("console", (m) => ["error", "warning"].includes(m.type()) && console.log(name, m.type(), m.text()));
  page.on("pageerror", (e) => console.log(name, "page error", e.message));
  try {
    await page.goto(`${base}/?ws=${shot.ws ?? process.env.ALCHEMIST_WS ?? "demo"}${shot.query ?? ""}`);
    if (shot.ready) await page.waitForSelector(shot.ready);
    else await settle(page);
    await shot.act?.(page);
  } catch (error) {
    console.log(name, "failed:", error.message.split("\n")[0]);
  }
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
await close();
await fixture?.close();
