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
  const thing = ws.things.find((t) => t.name.endsWith(".md"));
  const before = thing.name;
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  const first = await list(page).getByRole("listitem").first().textContent();
  ws.rename(thing, "First.md", "another", "graph.rename-node");
  ws.rename(thing, before, "another", "graph.rename-node");
  await page.getByRole("button", { name: "2 new events" }).waitFor();
  assert.equal(await list(page).getByRole("listitem").first().textContent(), first);
  await page.getByRole("button", { name: "2 new events" }).click();
  await page.getByRole("button", { name: /First\.md renamed to/ }).waitFor();
  await page.context().close();
});

test("an event tells what was before it and since, and all of its fields narrow the list", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=events`);
  const ws = s.fixture.workspace("demo");
  const thing = ws.things.find((t) => t.name.endsWith(".md"));
  const before = thing.name;
  ws.rename(thing, "Retold.md", "another", "graph.rename-node");
  await page.getByRole("button", { name: /renamed to Retold\.md/ }).click();
  const row = page.getByRole("row", { name: /name/ });
  await row.getByText(before).waitFor();
  await row.getByText("Retold.md").waitFor();
  await page.getByRole("region", { name: "Causes and effects" }).getByText("graph.rename-node").waitFor();
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
