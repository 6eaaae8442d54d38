import assert from "node:assert/strict";
import { test } from "node:test";
import { real, stage } from "./stage.mjs";

const s = stage();
const chosen = (page) => page.getByRole("option", { selected: true });

test("the palette does what there is to do, by keyboard alone, and remembers it", async () => {
  const page = await s.open();
  await page.keyboard.press("Control+k");
  const box = page.getByRole("combobox");
  await box.fill(">outl");
  // All actions are listed at first: the one that is meant is there before, but chosen only once the list is of what was typed.
  await page.getByRole("option", { name: /Outline/, selected: true }).waitFor();
  assert.equal(await box.getAttribute("aria-activedescendant"), await chosen(page).getAttribute("id"));
  await page.keyboard.press("Enter");
  await page.getByRole("tree").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("group", { name: "Done lately" }).getByRole("option", { name: /Outline/, selected: true }).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => [...document.querySelectorAll("[role=option]")].at(-1)?.getAttribute("aria-selected") === "true");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("the palette has what was typed before it was there", async () => {
  const page = await s.open();
  // As over a slow line: what the look-up is made of comes late.
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(/LookUp[^/]*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await page.keyboard.type(">outlx");
  await page.keyboard.press("Backspace");
  letGo();
  await page.getByRole("option", { name: /Outline/, selected: true }).waitFor();
  assert.equal(await page.getByRole("combobox").inputValue(), ">outl");
  await page.context().close();
});

test("the palette says why something cannot be done, and stays", async () => {
  const page = await s.open();
  await page.keyboard.press("/");
  await page.getByRole("combobox").fill(">select nothing");
  const row = page.getByRole("option", { name: /Select nothing/ });
  await row.waitFor();
  assert.equal(await row.getAttribute("aria-disabled"), "true");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("Nothing is selected.").waitFor();
  await page.context().close();
});

test("the palette finds things before actions", { skip: real }, async () => {
  const page = await s.open();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("import");
  await page.getByRole("group", { name: "Actions" }).getByRole("option", { name: /Import a folder/ }).waitFor();
  await page.getByRole("combobox").fill("ledger");
  // What was found before may lie in something of that name: only the new list has it chosen.
  await page.getByRole("group", { name: "Things" }).getByRole("option", { name: /^ledger/, selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "ledger" }).waitFor();
  await page.context().close();
});

test("a question finds what it is about, and shows the part of its panel that answers", { skip: real }, async () => {
  const page = await s.open(undefined, { viewport: { width: 1280, height: 520 } });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("who wrote the folder billing?");
  await page.getByRole("group", { name: "Who worked on, and what changes with" }).getByRole("option", { name: /billing/ }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "billing", exact: true }).waitFor();
  const answer = page.getByRole("heading", { name: "Who worked on it" });
  await answer.waitFor();
  await page.waitForFunction((h) => h.getBoundingClientRect().top < 200, await answer.elementHandle());
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("how two things are connected is drawn and listed", { skip: real }, async () => {
  const page = await s.open();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("how is billing connected to nosuchthing?");
  await page.getByText("Nothing has a name with “nosuchthing” in it.").waitFor();
  await page.getByRole("combobox").fill("how is billing connected to ledger?");
  await page.getByRole("group", { name: "How they are connected" }).getByRole("option", { name: /^billing.* → .*ledger/ }).first().waitFor();
  await page.keyboard.press("Enter");
  const path = page.getByRole("region", { name: "Path" });
  await path.getByText(/\d steps?/).waitFor();
  assert.ok((await path.getByRole("listitem").count()) > 1);
  await page.getByRole("heading", { level: 2, name: "2 things selected" }).waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("what changed since a day is compared with now", { skip: real }, async () => {
  const page = await s.open();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("what changed since 2021-01-31");
  await page.getByRole("group", { name: "Answers" }).getByRole("option", { name: "What changed since 31 Jan 2021" }).click();
  await page.getByRole("tabpanel", { name: "Changes" }).getByText("31 Jan 2021").waitFor();
  await page.waitForFunction(() => new URLSearchParams(location.search).get("since") === "2021-01-31T00:00:00Z");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("a question mark lists all keys", async () => {
  const page = await s.open();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "All keys" });
  await keys.getByText("Look up by name").waitFor();
  await keys.getByRole("heading", { name: "On the map" }).waitFor();
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "detached" });
  await page.context().close();
});

test("what was asked for stays in sight when what stands above it comes later", { skip: real }, async () => {
  const page = await s.open(undefined, { viewport: { width: 1280, height: 520 } });
  let goOn;
  const later = new Promise((resolve) => (goOn = resolve));
  await page.route(/\/(owners|hot-spots|co-changes)/, async (route) => {
    await later;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("what depends on billing");
  await page.getByRole("option", { name: /billing/ }).first().waitFor();
  await page.keyboard.press("Enter");
  const part = page.getByRole("heading", { name: "Tied to", exact: true });
  await part.waitFor();
  goOn();
  await page.getByRole("heading", { name: "Who worked on it" }).waitFor();
  await page.waitForFunction(() => {
    const heading = document.getElementById("neighbours");
    const panel = heading.closest("[role=region]").getBoundingClientRect();
    const { top, bottom } = heading.getBoundingClientRect();
    return top >= panel.top - 1 && bottom <= panel.bottom;
  });
  await page.mouse.move(1100, 250);
  await page.mouse.wheel(0, -5000);
  await page.waitForFunction(() => document.getElementById("neighbours").closest("[role=region]").scrollTop === 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
