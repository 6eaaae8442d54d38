// What differs between two moments, as the real server tells it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { missing } from "./server.mjs";
import { serverStage } from "./stage.mjs";

const s = serverStage(async ({ post, send }, stage) => {
  const { results } = await post("/workspaces/test/commands", ["Ann", "Ben", "Gone"].map((name) => ({ type: "graph.add-node", data: { name, types: ["Person"] } })));
  const [ann, ben, gone] = results.map((r) => r.given.node);
  stage.then = results.at(-1).position;
  await send("graph.connect-nodes", { from: ann, to: ben, type: "knows" });
  await send("graph.retire-node", { node: gone });
});

test("an edge is told by its ends, and what is gone can be opened", { skip: missing }, async () => {
  const page = await s.open(`?ws=test&since=${s.then}&side=changes`);
  const list = page.getByRole("list", { name: "What changed" });
  await list.getByRole("button", { name: /Gone Person.*removed/ }).click();
  await page.getByText("It is not there now.").waitFor();
  await page.getByRole("tab", { name: "Changes" }).click();
  await list.getByRole("button", { name: /Ann knows Ben.*added/ }).click();
  await page.getByRole("heading", { level: 2, name: "Ann", exact: true }).waitFor();
  assert.deepEqual(page.problems.filter((p) => !p.includes("404")), []);
  await page.context().close();
});
