// What is said of edges and of types is edited where it stands, and taken back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { missing } from "./server.mjs";
import { goTo, serverStage } from "./stage.mjs";

const skip = missing;
const s = serverStage(async ({ send }) => {
  const add = async (name, type) => (await send("graph.add-node", { name, types: [type] })).given.node;
  const ada = await add("Ada", "Person");
  const notes = await add("Notes on the engine", "Document");
  await send("graph.connect-nodes", { from: ada, to: notes, type: "wrote", properties: { year: 1842 } });
});

test("a property of an edge is edited in place, another is added, both are undone, and the edge is ended", { skip }, async () => {
  const page = await s.open();
  await goTo(page, "Ada");
  await page.getByRole("button", { name: "The connection to Notes on the engine" }).click();
  const edge = page.getByRole("group", { name: "The connection Ada wrote Notes on the engine" });
  await edge.getByText("1842", { exact: true }).waitFor();
  await edge.getByRole("button", { name: "State another year" }).click();
  await edge.getByRole("textbox", { name: "year" }).fill("1843");
  await page.keyboard.press("Enter");
  await edge.getByText("1843", { exact: true }).waitFor();
  await edge.getByRole("button", { name: "Why this year?" }).click();
  await edge.getByRole("list", { name: "Why this year" }).getByText("1843").waitFor();
  await edge.getByRole("button", { name: "Why this year?" }).click();
  await edge.getByRole("button", { name: "Add a property" }).click();
  await edge.getByRole("combobox", { name: "Property" }).fill("language");
  await edge.getByRole("textbox", { name: "Value" }).fill("French");
  await edge.getByRole("button", { name: "State it" }).click();
  await edge.getByText("French", { exact: true }).waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press("Control+z");
  await edge.getByText("French", { exact: true }).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await edge.getByText("1842", { exact: true }).waitFor();
  await edge.getByRole("button", { name: "Disconnect" }).click();
  await page.getByText("Disconnected Ada → Notes on the engine.").waitFor();
  await edge.waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await page.getByRole("list", { name: "wrote →" }).getByText("Notes on the engine").waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("what a type means is said in a sentence, seen beside it, and taken back", { skip }, async () => {
  const page = await s.open("?ws=test&side=ontology");
  await page.getByRole("button", { name: "More of Person" }).click();
  await page.getByRole("button", { name: "Say it: what Person means" }).click();
  await page.getByRole("textbox", { name: "What Person means" }).fill("Somebody who wrote a thing.");
  await page.keyboard.press("Enter");
  await page.getByText("Somebody who wrote a thing.").waitFor();
  const again = await s.open("?ws=test&side=ontology");
  await again.getByText("Somebody who wrote a thing.").waitFor();
  await again.context().close();
  await page.getByRole("textbox", { name: "What Person means" }).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await page.getByText("Nobody says yet what it means.").waitFor();
  await page.keyboard.press("Control+Shift+z");
  await page.getByText("Somebody who wrote a thing.").waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
