import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { focused, real, stage } from "./stage.mjs";

const s = stage();
const chips = (page) => page.getByRole("group", { name: "Filters of the map" });
const panel = (page) => page.getByRole("region", { name: "Filter the map" });

async function open(query = "?ws=demo", options = {}) {
  const page = await s.open(query, options);
  await page.locator("[role=application][data-drawing=card]").waitFor({ timeout: 30_000 });
  return page;
}

test("the map is filtered by values and ranges, by keys alone, and the address says how", { skip: real }, async () => {
  const page = await open();
  await page.keyboard.press("Shift+F");
  await focused(panel(page).getByRole("combobox", { name: "Filter by" }));
  await panel(page).getByRole("checkbox", { name: /^Class/ }).focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => /show=type:Class/.test(decodeURIComponent(location.search)));
  await panel(page).getByRole("combobox", { name: "Filter by" }).selectOption(".lines");
  const least = panel(page).getByRole("slider", { name: "The least number" });
  await least.focus();
  for (let k = 0; k < 60; k++) await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => new URLSearchParams(location.search).getAll("show").length === 2);
  assert.match(new URLSearchParams(await page.evaluate(() => location.search)).getAll("show")[1], /^\.lines~\d+\.\.$/);
  await panel(page).getByText(/^[\d,]+ of [\d,]+ things match/).waitFor();
  const matching = await panel(page).getByText(/things match/).textContent();
  await panel(page).getByRole("button", { name: "hidden" }).click();
  await page.waitForFunction(() => /rest=hidden/.test(location.search));
  assert.deepEqual(await violations(page), []);
  const again = await open(new URL(page.url()).search);
  await chips(again).getByText(/^lines from/).waitFor();
  await chips(again).getByText(/^[\d,]+ of/).waitFor();
  assert.deepEqual(await violations(again), []);
  await again.getByRole("button", { name: /^Remove the filter Type/ }).click();
  await chips(again).getByText("Type: Class").waitFor({ state: "detached" });
  await again.getByRole("button", { name: "Reset" }).click();
  await chips(again).waitFor({ state: "detached" });
  await again.waitForFunction(() => !/show=/.test(location.search));
  assert.deepEqual([...page.problems, ...again.problems], []);
  assert.match(matching, /^\d/);
  await panel(page).getByRole("button", { name: "Close the filters" }).click();
  await chips(page).getByText(/^lines from \d+/).waitFor();
  await again.context().close();
  await page.context().close();
});

test("a panel of filters fits on a phone, is closed by Esc, and leaves its filters", { skip: real }, async () => {
  const page = await open("?ws=demo", { viewport: { width: 390, height: 844 } });
  await page.getByRole("toolbar", { name: "Map" }).getByRole("button", { name: "Filter the map" }).click();
  await panel(page).getByRole("checkbox", { name: /^Class/ }).click();
  const box = await panel(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0);
  await panel(page).getByRole("combobox", { name: "Filter by" }).selectOption("since");
  await panel(page).getByRole("textbox", { name: "From this day on" }).or(panel(page).getByLabel("From this day on")).fill("2022-01-01");
  await page.waitForFunction(() => /show=since~2022-01-01\.\./.test(decodeURIComponent(location.search)));
  await panel(page).getByRole("combobox", { name: "Filter by" }).focus();
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "detached" });
  await chips(page).getByText("Type: Class").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await page.context().close();
});

test("colours tell a property, names give way to a caption, and a type has a colour of one's own", { skip: real }, async () => {
  const page = await open();
  const legend = page.getByRole("region", { name: "Legend" });
  await legend.getByRole("button", { name: "Colour of Class: change" }).click();
  await page.getByRole("button", { name: "Vermilion" }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Vermilion" }).click();
  await page.waitForFunction(() => JSON.parse(localStorage.getItem("alchemist.looks")).colours.Class === "3");
  const dot = () => legend.getByRole("button", { name: "Colour of Class: change" }).locator(".dot").evaluate((e) => getComputedStyle(e).backgroundColor);
  await page.waitForFunction(() => /200, 86, 58/.test(getComputedStyle(document.querySelector("[aria-label='Colour of Class: change'] .dot")).backgroundColor));
  await page.reload();
  await page.waitForFunction(() => /200, 86, 58/.test(getComputedStyle(document.querySelector("[aria-label='Colour of Class: change'] .dot") ?? document.body).backgroundColor));
  await legend.getByRole("button", { name: "Colour of Class: change" }).click();
  await page.getByRole("button", { name: "As the map chooses", exact: true }).click();
  await page.waitForFunction(() => !/200, 86, 58/.test(getComputedStyle(document.querySelector("[aria-label='Colour of Class: change'] .dot")).backgroundColor));
  assert.doesNotMatch(await dot(), /200, 86, 58/);
  await legend.getByRole("button", { name: "Colour by type: change" }).click();
  await page.getByRole("menuitem", { name: "lines" }).click();
  await legend.getByRole("button", { name: /^from \d/ }).first().waitFor();
  await legend.getByRole("button", { name: "Caption name: change" }).click();
  await page.getByRole("menuitem", { name: "Language" }).click();
  await page.waitForFunction(() => /colour=of:lines/.test(location.search) && /caption=language/.test(location.search));
  const again = await open("?ws=demo&colour=of:language");
  await again.getByRole("region", { name: "Legend" }).getByRole("button", { name: /^java/ }).waitFor();
  await again.getByRole("region", { name: "Legend" }).getByText("none stated").waitFor();
  assert.deepEqual([...page.problems, ...again.problems], []);
  await again.context().close();
  await page.context().close();
});

test("an overview in the corner shows where one is, moves the view by a drag, and is switched off", { skip: real }, async () => {
  const page = await open();
  const overview = page.getByRole("img", { name: /^Overview of the whole map/ });
  assert.equal(await overview.count(), 0);
  await page.getByRole("application", { name: "Map" }).focus();
  for (let k = 0; k < 3; k++) await page.keyboard.press("+");
  await overview.waitFor();
  await page.waitForFunction(() => /cam=/.test(location.search));
  const before = await page.evaluate(() => new URLSearchParams(location.search).get("cam"));
  const box = await overview.boundingBox();
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 50, { steps: 3 });
  await page.mouse.up();
  await page.waitForFunction((was) => new URLSearchParams(location.search).get("cam") !== was, before);
  await page.keyboard.press("v");
  await overview.waitFor({ state: "detached" });
  await page.reload();
  await page.locator("[role=application][data-drawing=card]").waitFor();
  assert.equal(await overview.count(), 0);
  await page.keyboard.press("v");
  await overview.waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await overview.waitFor({ state: "detached" });
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
