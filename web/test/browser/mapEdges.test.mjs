import assert from "node:assert/strict";
import { test } from "node:test";
import { real, stage } from "./stage.mjs";

const s = stage();
const map = (page) => page.getByRole("application", { name: "Map" });
const param = (page, name) => page.evaluate((n) => new URLSearchParams(location.search).get(n), name);

async function open(query = "?ws=demo", options = {}) {
  const page = await s.open(query, options);
  await page.locator("[role=application][data-drawing=card]").waitFor({ timeout: 30_000 });
  return page;
}

/** A thing with some edges now, that is in a group. */
function tiedThing() {
  const { things, around, ties } = s.fixture.workspace("demo");
  const living = (i) => around[i].filter((t) => ties[t].until === Infinity && things[ties[t].from].to === Infinity && things[ties[t].to].to === Infinity).length;
  return things.find((t, i) => !t.isGroup && t.type === "Class" && t.to === Infinity && living(i) >= 3 && living(i) <= 8).id.text;
}

/** Moves the pointer about on a circle around the middle of the free part, until something is there. */
async function sweep(page, seen, { freeRight = 392, radii = [70, 55, 90, 40, 120] } = {}) {
  const box = await map(page).boundingBox();
  const middle = { x: box.x + (box.width - freeRight) / 2, y: box.y + (box.height + 40) / 2 };
  for (const r of radii) {
    for (let k = 0; k < 120; k++) {
      const at = { x: middle.x + r * Math.cos((k / 120) * 2 * Math.PI), y: middle.y + r * Math.sin((k / 120) * 2 * Math.PI) };
      await page.mouse.move(at.x, at.y);
      // One frame for the question, and one for the answer.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      if (await seen()) return at;
    }
  }
  throw new Error("nothing was found around the middle");
}

test("an edge under the pointer tells its ends and type, and a click opens all that is known of it", { skip: real }, async () => {
  const id = tiedThing();
  const page = await open(`?ws=demo&sel=${id}&side=details`);
  await page.keyboard.press("n");
  await page.getByText(/Only what is around one thing/).waitFor();
  await map(page).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /cam=/.test(location.search));
  const hint = page.locator("[role=presentation]", { hasText: /—.+→|→|↔/ });
  const at = await sweep(page, async () => (await hint.count()) > 0 && /[→↔]/.test(await hint.textContent()));
  const told = await hint.textContent();
  await page.mouse.click(at.x, at.y);
  const panel = page.getByRole("region", { name: "Edges" });
  await panel.getByRole("listitem").first().waitFor();
  assert.ok((await param(page, "edge")).includes(","));
  assert.equal(await param(page, "sel"), id);
  const name = await panel.getByRole("heading", { level: 2 }).getByRole("button").first().textContent();
  assert.ok(told.includes(name), `${told} should name ${name}`);
  await page.getByRole("group", { name: /The connection/ }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: /What is known of/ }).waitFor();
  assert.equal(await param(page, "edge"), null);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("keys go through the edges of what is selected, and an address leads back to one", { skip: real }, async () => {
  const page = await open(`?ws=demo&sel=${tiedThing()}&side=details`);
  await page.keyboard.press(".");
  const panel = page.getByRole("region", { name: "Edges" });
  await panel.waitFor();
  await page.waitForFunction(() => /edge=/.test(location.search));
  const first = await param(page, "edge");
  await page.keyboard.press(".");
  await page.waitForFunction((was) => new URLSearchParams(location.search).get("edge") !== was, first);
  await page.keyboard.press(",");
  await page.waitForFunction((was) => new URLSearchParams(location.search).get("edge") === was, first);
  const again = await open(new URL(page.url()).search);
  await again.getByRole("region", { name: "Edges" }).getByRole("heading", { level: 2 }).waitFor();
  await again.getByRole("button", { name: "Back" }).click();
  await again.getByRole("region", { name: /What is known of/ }).waitFor();
  await again.context().close();
  await page.context().close();
});

test("what is gathered between two groups is counted by type, and listed", { skip: real }, async () => {
  const { things, ties } = s.fixture.workspace("demo");
  const top = (i) => {
    let at = i;
    while (things[at].group >= 0 && things[things[at].group].group >= 0) at = things[at].group;
    return at;
  };
  const tie = ties.find((t) => t.until === Infinity && things[t.from].to === Infinity && things[t.to].to === Infinity && top(t.from) !== top(t.to) && things[top(t.from)].isGroup && things[top(t.to)].isGroup);
  const [from, to] = [things[top(tie.from)], things[top(tie.to)]];
  const page = await open(`?ws=demo&edge=${from.id.text},${to.id.text}&side=details`);
  const panel = page.getByRole("region", { name: "Edges" });
  await panel.getByRole("list", { name: "Edges between them" }).getByRole("listitem").first().waitFor();
  const types = panel.getByRole("list", { name: "How many of each type" }).getByRole("button");
  if ((await types.count()) > 0) {
    await types.first().click();
    assert.equal(await types.first().getAttribute("aria-pressed"), "true");
  }
  await panel.getByRole("button", { name: "Put the edges away" }).click();
  await panel.waitFor({ state: "detached" });
  assert.equal(await param(page, "edge"), null);
  await page.context().close();
});

test("what a comparison says is gone is told under the pointer, and opens as it was", { skip: real }, async () => {
  const { things } = s.fixture.workspace("demo");
  const gone = things.filter((t) => Number.isFinite(t.to) && !t.isGroup).sort((a, b) => b.radius - a.radius || b.to - a.to)[0];
  const since = new Date(gone.to - 1000).toISOString();
  const page = await open(`?ws=demo&since=${since}&side=changes&cam=${gone.x.toFixed(3)},${gone.y.toFixed(3)},2.6`);
  await page.getByRole("list", { name: "What changed" }).getByRole("button").first().waitFor();
  const hint = page.locator("[role=presentation]", { hasText: "gone" });
  const at = await sweep(page, async () => (await hint.count()) > 0, { radii: [2, 12, 30, 60] });
  await page.mouse.click(at.x, at.y);
  await page.getByText("It is gone. This is what was known of it on").waitFor();
  await page.getByRole("heading", { level: 2 }).waitFor();
  // The same by the list beside the map.
  await page.getByRole("tab", { name: "Changes" }).click();
  await page.getByRole("button", { name: "Removed", exact: true }).click();
  await page.getByRole("list", { name: "What changed" }).getByRole("button").first().click();
  await page.getByText("It is gone. This is what was known of it on").waitFor();
  await page.context().close();
});
