// What a newcomer does first where there is no workspace yet: the button in the corner, with a wrong path and a right one.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ferries } from "./repository.mjs";
import { missing } from "./server.mjs";
import { real, serverStage, stage } from "./stage.mjs";

let place;
const s = serverStage(async (server) => {
  place = ferries();
  await server.post("/workspaces/test/take-back", {});
});
after(() => place?.remove());
const names = async () => (await (await fetch(`${s.base}/api/v1/workspaces`)).json()).workspaces.map((w) => w.name);

test("something is imported before there is a workspace: one is formed for it, and none for what cannot be read", { skip: missing }, async () => {
  // A link to what is not there is no dead end, and what needs a workspace does not pretend to work.
  const lost = await s.open("?ws=nowhere&side=events", { ready: "#welcome" });
  await lost.getByRole("button", { name: "Form nowhere" }).waitFor();
  assert.ok(await lost.getByRole("button", { name: "Events", exact: true }).isDisabled());
  await lost.getByRole("link", { name: "Start page", exact: true }).click();
  await lost.getByText("Turn what you have into a living graph").waitFor();
  await lost.context().close();
  const page = await s.open("", { ready: "#welcome" });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByLabel(/Folder, Git/).fill("/nowhere/at/all");
  await dialog.getByRole("button", { name: "See what would come" }).click();
  await dialog.getByText(/^there is nothing to open at \/nowhere\/at\/all/).waitFor();
  assert.deepEqual(await names(), []);
  await dialog.getByLabel(/Folder, Git/).fill(place.path);
  await dialog.getByRole("button", { name: "See what would come" }).click();
  // What one decides is in sight, however much would come.
  const go = dialog.getByRole("button", { name: "Import", exact: true });
  await go.waitFor();
  const [bottom, height] = await go.evaluate((button) => [button.getBoundingClientRect().bottom, innerHeight]);
  assert.ok(bottom <= height, `the button ends at ${bottom} of ${height}`);
  await go.click();
  await dialog.getByText("Applied: it is in the graph.").waitFor();
  assert.equal(await dialog.getByText(/rows of|0 of /).count(), 0);
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByText(/^\d+ things$/).first().waitFor();
  assert.deepEqual(await names(), ["ferries"]);
  assert.match(page.url(), /ws=ferries/);
  await page.context().close();
});

const fixture = stage();

test("an import that goes on in the background is told of on the page, with its end", { skip: real }, async () => {
  const page = await fixture.open();
  const ws = fixture.fixture.workspace("demo");
  const run = { ...ws.imports[0], id: "behind", label: "harbour", state: "running", progress: { done: 3, total: 4, what: "files" } };
  ws.imports.push(run);
  ws.happened("sources.import-started", run.id, { importId: run.id, reader: "folder", location: "/home/you/harbour" }, Date.now(), "another");
  await page.getByText("Reading harbour", { exact: true }).waitFor();
  await page.getByText("75 %").waitFor();
  await page.getByRole("button", { name: "Show the import" }).click();
  await page.getByRole("region", { name: "Being read" }).getByText("harbour").waitFor();
  Object.assign(run, { state: "failed", error: "harbour.xlsx is damaged" });
  await page.getByText("Reading harbour failed: harbour.xlsx is damaged").waitFor();
  ws.imports.splice(ws.imports.indexOf(run), 1);
  await page.context().close();
});
