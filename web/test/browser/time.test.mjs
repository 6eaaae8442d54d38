import assert from "node:assert/strict";
import { test } from "node:test";
import { real, stage, workspace } from "./stage.mjs";

const s = stage();
const slider = (page) => page.getByRole("slider", { name: "Time shown on the map" });

test("what was known when is travelled, too, and the map of then is asked for", async () => {
  const page = await s.open();
  await page.getByRole("button", { name: "recorded", exact: true }).click();
  await page.waitForFunction(() => location.search.includes("clock=recorded"));
  await slider(page).focus();
  const map = page.waitForRequest((r) => r.url().includes("/map?at=recorded"));
  await page.keyboard.press("PageDown");
  await page.getByText(/You see .*, as it was known then/).waitFor();
  await page.waitForFunction(() => location.search.includes("at="));
  await map;
  assert.ok(page.asked.some((url) => /\/map\?at=recorded/.test(url)));
  // The link to it shows the same to another.
  const again = await s.open(new URL(page.url()).search);
  await again.getByText(/You see .*, as it was known then/).waitFor();
  assert.equal(await slider(again).getAttribute("aria-valuenow"), await slider(page).getAttribute("aria-valuenow"));
  assert.deepEqual(again.problems, []);
  await again.context().close();
  await page.getByRole("button", { name: "Back to now" }).click();
  await page.getByText(/You see/).waitFor({ state: "detached" });
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("two moments are compared: a list, a summary, and an address that shows it again", { skip: real }, async () => {
  const page = await s.open();
  await page.keyboard.press("Shift+C");
  await page.getByRole("slider", { name: "Time compared with" }).waitFor();
  const list = page.getByRole("list", { name: "What changed" });
  await list.getByRole("listitem").first().waitFor();
  const before = await list.getByRole("listitem").first().textContent();
  await page.waitForFunction(() => location.search.includes("since="));
  const again = await s.open(new URL(page.url()).search);
  assert.equal(await again.getByRole("list", { name: "What changed" }).getByRole("listitem").first().textContent(), before);
  await again.getByText("Removed", { exact: true }).click();
  await again.getByText("Nothing of that kind.").or(again.getByRole("list", { name: "What changed" })).first().waitFor();
  await page.getByRole("slider", { name: "Time compared with" }).focus();
  const asked = page.asked.length;
  const compared = page.waitForRequest((r) => r.url().includes("/changes?"));
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector("[aria-label='Time compared with']")?.getAttribute("aria-valuenow") === document.querySelector("[aria-label='Time compared with']")?.getAttribute("aria-valuemin"));
  await compared;
  assert.ok(page.asked.slice(asked).some((url) => url.includes("/changes?")));
  await page.keyboard.press("Shift+C");
  await page.getByRole("slider", { name: "Time compared with" }).waitFor({ state: "detached" });
  assert.deepEqual(again.problems, []);
  await again.context().close();
  await page.context().close();
});

test("the past plays at a speed one chooses, by a key, and stops", async () => {
  const page = await s.open();
  await page.getByRole("button", { name: "Speed of playing: 1×" }).click();
  await page.getByRole("button", { name: "Speed of playing: 2×" }).click();
  // Slowly: it must not be over before it is stopped.
  await page.getByRole("button", { name: "Speed of playing: 4×" }).click();
  await page.getByRole("button", { name: "Speed of playing: 0.5×" }).waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Shift+P");
  await page.getByText(/You see/).waitFor();
  await page.getByRole("button", { name: "Stop playing" }).click();
  await page.getByRole("button", { name: "Play the past" }).waitFor();
  await page.keyboard.press("Shift+N");
  await page.getByText(/You see/).waitFor({ state: "detached" });
  await page.context().close();
});

test("what tells of the past covers neither the table nor the panel, and the filters stand below it", { skip: real }, async () => {
  const page = await s.open();
  await slider(page).press("PageDown");
  await page.waitForFunction(() => location.search.includes("at="));
  const past = await s.open(`${new URL(page.url()).search}&side=details&outline=table&show=type:Class`);
  const banner = await past.getByRole("status").filter({ hasText: "You see" }).locator("> div").boundingBox();
  const box = (target) => target.boundingBox();
  const free = async (target) => {
    const { x, y, width } = await box(target);
    return x + width <= banner.x || x >= banner.x + banner.width || y >= banner.y + banner.height;
  };
  for (const covered of [past.getByRole("navigation", { name: "Outline" }), past.getByRole("complementary", { name: "Details" }), past.getByRole("group", { name: "Filters of the map" })]) assert.ok(await free(covered), `${covered} is not covered`);
  await past.context().close();
  await page.context().close();
});

test("whoever goes back to now while the past plays has stopped it", async () => {
  const page = await s.open();
  for (const leave of [() => page.getByRole("button", { name: "Back to now" }).click(), () => page.keyboard.press("Shift+N")]) {
    await page.keyboard.press("Shift+P");
    await page.getByText(/You see/).waitFor();
    await leave();
    await page.getByRole("button", { name: "Play the past" }).waitFor();
    await page.getByText(/You see/).waitFor({ state: "detached" });
    assert.equal(await slider(page).getAttribute("aria-valuetext"), "Now");
  }
  await page.context().close();
});

test("what happened since one looked last is told by who did it, and a click flies there", { skip: real }, async () => {
  const page = await s.open();
  const ws = s.fixture.workspace("demo");
  const thing = ws.things.find((t) => t.name.endsWith(".md") && t.to === Infinity);
  const before = thing.name;
  await page.evaluate(([name, position]) => localStorage.setItem(`alchemist.seen.${name}`, String(position)), [workspace, ws.position]);
  await page.goto("about:blank");
  ws.rename(thing, "While away.md", "another", "graph.rename-node");
  // Leaving the first page had remembered the same position.
  await page.goto(`${s.base}/?ws=${workspace}&side=activity`);
  await page.getByText("1 event since you last looked.").waitFor();
  await page.getByText("renamed a node").waitFor();
  await page.getByRole("button", { name: /renamed to While away\.md/ }).click();
  await page.getByRole("heading", { level: 2, name: "While away.md" }).waitFor();
  ws.rename(thing, before, "another", "graph.rename-node");
  await page.context().close();
});
