import assert from "node:assert/strict";
import { test } from "node:test";
import { real, stage, workspace } from "./stage.mjs";

const s = stage();
const list = (page) => page.getByRole("list", { name: "Events, the latest first" });

test("events are narrowed by what one types, and the address shows the same again", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=events`);
  await list(page).getByRole("listitem").first().waitFor();
  await page.getByRole("textbox", { name: "Filter events" }).fill("type:import-started");
  await page.getByText("1 found").waitFor();
  await page.waitForFunction(() => location.search.includes("ev=type:import-started"));
  const again = await s.open(new URL(page.url()).search);
  await again.getByText("1 found").waitFor();
  await again.getByRole("textbox", { name: "Filter events" }).fill("from:first");
  await again.getByText("a position is a whole number").waitFor();
  await again.getByRole("textbox", { name: "Filter events" }).fill("nothing-is-called-so");
  await again.getByText("No event is like that.").waitFor();
  assert.deepEqual(again.problems, []);
  await again.context().close();
  await page.context().close();
});

test("a pause holds the list still, and counts what waits", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=events`);
  const ws = s.fixture.workspace("demo");
  const thing = ws.things.find((t) => t.name.endsWith(".md") && t.to === Infinity);
  const before = thing.name;
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  // The position stays; a name may still come.
  const position = async () => /[\d,]+ · \d/.exec(await list(page).getByRole("listitem").first().textContent())?.[0];
  const first = await position();
  ws.rename(thing, "First.md", "another", "graph.rename-node");
  ws.rename(thing, before, "another", "graph.rename-node");
  await page.getByRole("button", { name: "2 new events" }).waitFor();
  assert.equal(await position(), first);
  await page.getByRole("button", { name: "2 new events" }).click();
  await page.getByRole("button", { name: /First\.md renamed to/ }).waitFor();
  await page.context().close();
});

test("an event tells what was before it and since, and all of its fields narrow the list", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=events`);
  const ws = s.fixture.workspace("demo");
  const thing = ws.things.find((t) => t.name.endsWith(".md") && t.to === Infinity);
  const before = thing.name;
  ws.rename(thing, "Retold.md", "another", "graph.rename-node");
  await page.getByRole("button", { name: /renamed to Retold\.md/ }).click();
  const row = page.getByRole("row", { name: /name/ });
  await row.getByText(before).waitFor();
  await row.getByText("Retold.md").waitFor();
  await page.getByRole("region", { name: "Causes and effects" }).getByText("Rename node").waitFor();
  await page.waitForFunction(() => /event=\d+/.test(location.search));
  await page.getByRole("button", { name: "only these: Type" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Filter events" }).inputValue(), "type:graph.node-renamed");
  await list(page).getByText(/renamed to Retold/).waitFor();
  ws.rename(thing, before, "another", "graph.rename-node");
  await list(page).getByText(/Retold\.md renamed to/).waitFor();
  await page.context().close();
});

test("the picture of what flows narrows the list", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=events`);
  await page.getByRole("button", { name: "Picture of what flows" }).click();
  await page.getByRole("region", { name: "What flows" }).getByRole("button", { name: /^sources/ }).click();
  await page.getByText(/^\d found/).waitFor();
  await page.context().close();
});

test("the first of very many events is one key away", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=events`);
  await list(page).focus();
  await page.keyboard.press("End");
  await list(page).getByText(/^1 · /).waitFor();
  await page.context().close();
});

test("a million events are scrolled row by row, and only those on the screen are asked for", { skip: real }, async () => {
  const many = 1_000_000;
  const page = await s.open();
  // The fixture has fewer events: a line that is told so would begin anew.
  await page.routeWebSocket(/\/live$/, () => undefined);
  await page.route(/\/api\/v1\/workspaces$/, (route) => route.fulfill({ json: { workspaces: [{ id: workspace, name: workspace, position: many }] } }));
  await page.route(/\/events\?from=/, (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get("from"));
    const events = Array.from({ length: 200 }, (_, k) => ({ position: from + k, type: "graph.node-added", version: 1, subject: "", entity: `${from + k}`, recordedAt: "2026-01-01T00:00:00Z", effectiveAt: "2026-01-01T00:00:00Z", data: { name: `thing ${from + k}` } }));
    return route.fulfill({ json: { position: many, events } });
  });
  await page.goto(`${s.base}/?ws=${workspace}&side=events`);
  await list(page).getByText("thing 1000000 added").waitFor();
  await list(page).evaluate((box) => (box.scrollTop = box.scrollHeight / 2));
  await list(page).getByText(/^thing 49\d{4} added|^thing 50\d{4} added/).first().waitFor();
  const topRow = (wanted) => {
    const box = document.querySelector("[aria-label='Events, the latest first']");
    const row = [...box.querySelectorAll("[role=listitem]")].find((r) => r.getBoundingClientRect().bottom > box.getBoundingClientRect().top + 1);
    const position = Number(/thing (\d+) added/.exec(row.textContent)?.[1] ?? 0);
    return wanted === undefined ? position > 0 && position : position === wanted;
  };
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const before = await (await page.waitForFunction(topRow)).jsonValue();
  await list(page).hover();
  await page.mouse.wheel(0, 520);
  await page.waitForFunction(topRow, before - 10);
  await list(page).focus();
  await page.keyboard.press("End");
  await list(page).getByText("thing 1 added", { exact: true }).waitFor();
  assert.ok(page.asked.filter((url) => url.includes("/events?from=")).length < 20);
  await page.context().close();
});
