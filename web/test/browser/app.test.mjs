import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startFixture } from "../fixture-server.mjs";
import { launch } from "./launch.mjs";

let fixture;
let browser;
let close;
let base;

before(async () => {
  fixture = process.env.ALCHEMIST_URL ? undefined : await startFixture({ port: 0 });
  base = process.env.ALCHEMIST_URL ?? `http://127.0.0.1:${fixture.port}`;
  ({ browser, close } = await launch());
});

after(async () => {
  await close?.();
  await fixture?.close();
});

test("the page shows a map and no error", async () => {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (e) => errors.push(e.message));
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  await page.goto(`${base}/?ws=${process.env.ALCHEMIST_WS ?? "demo"}`);
  await page.getByRole("slider", { name: "Time shown on the map" }).waitFor({ timeout: 60_000 });
  assert.deepEqual(errors, []);
  await page.close();
});
