import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, real, stage, workspace } from "./stage.mjs";

const s = stage();

test("the page shows a map, asks nobody else, and has no error", async () => {
  const page = await s.open();
  await page.getByRole("slider", { name: "Time shown on the map" }).waitFor();
  assert.deepEqual(page.problems, []);
  assert.deepEqual(page.asked.filter((url) => !url.startsWith(s.base) && !url.startsWith("data:") && !url.startsWith("blob:")), []);
  await page.context().close();
});

test("the latest workspace opens where none is named", { skip: real }, async () => {
  const page = await s.open("", { ready: "#welcome" });
  assert.match(page.url(), /ws=blank/);
  await page.getByText("There is nothing here yet").waitFor();
  await page.context().close();
});

test("a workspace that is not there is said, and others are offered", { skip: real }, async () => {
  const page = await s.open("?ws=nowhere", { ready: "#welcome" });
  await page.getByText("There is no workspace 'nowhere'").waitFor();
  await page.getByRole("button", { name: "demo" }).click();
  await page.getByRole("slider").waitFor();
  await page.context().close();
});

test("a thing is looked up by name, shown with who states what, and the address shows the same again", { skip: real }, async () => {
  const page = await s.open();
  await goTo(page, "invoice");
  const heading = await page.getByRole("heading", { level: 2 }).textContent();
  assert.match(heading, /invoice/i);
  await page.getByText("path", { exact: true }).waitFor();
  await page.getByText("· meridian (git)").first().waitFor();
  await page.waitForFunction(() => location.search.includes("sel=") && location.search.includes("cam="));
  const again = await s.open(new URL(page.url()).search);
  assert.equal(await again.getByRole("heading", { level: 2 }).textContent(), heading);
  assert.deepEqual(again.problems, []);
  await again.context().close();
  await page.context().close();
});

test("going back and forward passes by what one looked at, step by step", { skip: real }, async () => {
  const page = await s.open();
  const heading = page.getByRole("heading", { level: 2 });
  const name = async (text) => page.getByRole("heading", { level: 2, name: text, exact: true }).waitFor();
  await goTo(page, "ledger");
  const first = await heading.textContent();
  await page.getByRole("button", { name: "Page", exact: true }).click();
  await page.getByRole("article").waitFor();
  await page.getByRole("button", { name: "Close the page" }).click();
  await goTo(page, "invoice");
  const second = await heading.textContent();
  assert.notEqual(second, first);
  await page.goBack();
  await name(first);
  await page.goBack();
  await page.getByRole("article").waitFor();
  await page.goBack();
  await page.getByRole("article").waitFor({ state: "detached" });
  for (let k = 0; k < 2; k++) await page.goForward();
  await page.getByRole("article").waitFor({ state: "detached" });
  await name(first);
  await page.goForward();
  await name(second);
  await page.context().close();
});

test("an address shows the same in another browser: selection, filters, event, moment, level and camera", { skip: real }, async () => {
  const page = await s.open();
  await goTo(page, "ledger");
  await page.keyboard.press("o");
  await page.getByRole("textbox", { name: "Filter by name" }).fill("a");
  await page.getByRole("button", { name: "All types" }).click();
  await page.getByRole("checkbox", { name: /Class/ }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Events" }).click();
  await page.getByRole("textbox", { name: "Filter events" }).fill("type:node-added");
  await page.getByText(/^[\d,]+\+? found$/).waitFor();
  await page.getByRole("list", { name: "Events, the latest first" }).getByRole("button").first().click();
  await page.getByRole("region", { name: "Causes and effects" }).waitFor();
  await page.getByRole("slider", { name: "Time shown on the map" }).focus();
  await page.keyboard.press("PageDown");
  await page.getByText(/^You see/).waitFor();
  const parts = ["sel", "name", "type", "side", "outline", "ev", "event", "at", "cam"];
  await page.waitForFunction((wanted) => wanted.every((p) => new URLSearchParams(location.search).has(p)), parts);
  const seen = async (p) => [await p.getByText(/^You see/).textContent(), await p.getByRole("region", { name: /^Event/ }).getByRole("heading", { level: 2 }).textContent(), await p.getByRole("textbox", { name: "Filter by name" }).inputValue()];
  const address = new URL(page.url()).search;
  const other = await s.open(address);
  await other.getByRole("region", { name: "Causes and effects" }).waitFor();
  assert.deepEqual(await seen(other), await seen(page));
  await other.getByRole("tab", { name: "Details" }).click();
  await other.getByRole("heading", { level: 2, name: "ledger" }).waitFor();
  await other.waitForFunction((camera) => new URLSearchParams(location.search).get("cam") === camera, new URLSearchParams(address).get("cam"));
  assert.deepEqual(other.problems, []);
  await other.context().close();
  await page.context().close();
});

test("a thing is renamed in place, undone and done again with keys, also after a reload", { skip: real }, async () => {
  const page = await s.open();
  await goTo(page, "ledger");
  const heading = page.getByRole("heading", { level: 2 });
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("General ledger");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2, name: "General ledger" }).waitFor();
  await page.getByRole("list", { name: "Who says what of name" }).getByText("meridian (git)").waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 2, name: "General ledger" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { level: 2, name: "ledger", exact: true }).waitFor();
  await page.keyboard.press("Control+Shift+z");
  await page.getByRole("heading", { level: 2, name: "General ledger" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { level: 2, name: "ledger", exact: true }).waitFor();
  assert.equal(await heading.textContent(), "ledger");
  await page.keyboard.press("o");
  await page.getByRole("treeitem", { name: "ledger" }).waitFor();
  await page.keyboard.press("Control+Shift+z");
  await page.getByRole("treeitem", { name: "General ledger" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByRole("treeitem", { name: "General ledger" }).waitFor({ state: "detached" });
  await page.context().close();
});

test("a refusal is shown with its reason", { skip: real }, async () => {
  const page = await s.open();
  await page.keyboard.press("Control+Shift+z");
  await page.getByText("there is nothing left to redo").waitFor();
  await page.context().close();
});

test("a property is stated, and where sources disagree all statements are shown with why", { skip: real }, async () => {
  const page = await s.open();
  await goTo(page, "receipt");
  await page.getByRole("button", { name: "State another language" }).click();
  await page.getByRole("textbox", { name: "language" }).fill("prose");
  await page.keyboard.press("Enter");
  const said = page.getByRole("list", { name: "Who says what of language" });
  await said.getByText("prose").waitFor();
  await said.getByText("meridian (git)").waitFor();
  await page.getByText("sources disagree").first().waitFor();
  await page.getByRole("button", { name: "Why this language?" }).click();
  await page.getByRole("list", { name: "Why this language" }).getByText("read by git").waitFor();
  await page.context().close();
});

test("what happens elsewhere appears in the stream and on the panel by itself", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=events`);
  await page.getByText("Live", { exact: true }).waitFor();
  const ws = s.fixture.workspace("demo");
  const thing = ws.things.find((t) => t.name.endsWith(".md") && t.to === Infinity);
  const before = thing.name;
  ws.rename(thing, "Told by another.md", "another", "graph.rename-node");
  const row = page.getByRole("button", { name: /renamed to Told by another\.md/ });
  await row.waitFor();
  await page.getByRole("button", { name: "Pause" }).click();
  ws.rename(thing, "Told again.md", "another", "graph.rename-node");
  await page.getByRole("button", { name: "1 new event" }).click();
  await page.getByRole("button", { name: /renamed to Told again\.md/ }).click();
  await page.getByRole("button", { name: "Show Told again.md" }).click();
  await page.getByRole("heading", { level: 2, name: "Told again.md" }).waitFor();
  ws.rename(thing, before, "another", "graph.rename-node");
  await page.getByRole("heading", { level: 2, name: before }).waitFor();
  await page.context().close();
});

test("the past is seen with a slider, without asking for the map again, and said unmistakably", async () => {
  const page = await s.open();
  const slider = page.getByRole("slider", { name: "Time shown on the map" });
  const asked = page.asked.length;
  await slider.focus();
  for (let k = 0; k < 6; k++) await page.keyboard.press("PageDown");
  await page.getByText(/You see/).waitFor();
  assert.deepEqual(page.asked.slice(asked).filter((url) => url.includes("/map")), []);
  assert.match(page.url() + (await page.waitForFunction(() => location.search.includes("at=") && location.search)), /at=/);
  assert.notEqual(await slider.getAttribute("aria-valuetext"), "Now");
  await page.getByRole("button", { name: "Back to now" }).click();
  await page.getByText(/You see/).waitFor({ state: "detached" });
  assert.equal(await slider.getAttribute("aria-valuetext"), "Now");
  await page.context().close();
});

test("the outline says what the map shows, by keyboard alone", { skip: real }, async () => {
  const page = await s.open();
  await page.keyboard.press("o");
  const tree = page.getByRole("tree");
  await tree.getByRole("treeitem", { name: /meridian/ }).first().waitFor();
  await tree.focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("treeitem", { name: /ledger/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 2 }).waitFor();
  const chosen = await page.getByRole("treeitem", { selected: true }).textContent();
  assert.ok(chosen.startsWith(await page.getByRole("heading", { level: 2 }).textContent()));
  await page.context().close();
});

test("the map is walked by keys, and clicks select", { skip: real }, async () => {
  const page = await s.open();
  const map = page.getByRole("application", { name: "Map" });
  await map.focus();
  await page.keyboard.press("Shift+Enter");
  const heading = page.getByRole("heading", { level: 2 });
  await heading.waitFor();
  const first = await heading.textContent();
  await page.keyboard.press("Shift+Enter");
  await page.waitForFunction((was) => document.querySelector("h2")?.textContent !== was, first);
  await page.keyboard.press("Backspace");
  await page.waitForFunction((was) => document.querySelector("h2")?.textContent === was, first);
  await page.keyboard.press("Escape");
  await heading.waitFor({ state: "detached" });
  await page.context().close();
});

test("an import is seen before it is made, watched, and taken back", { skip: real }, async () => {
  const page = await s.open();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const path = page.getByLabel(/Folder, Git repository or file/);
  await path.fill("/missing");
  await page.getByRole("button", { name: "See what would come" }).click();
  await page.getByText("there is nothing at '/missing'").waitFor();
  await path.fill("/home/you/books");
  await page.getByRole("button", { name: "See what would come" }).click();
  await page.getByText("+214").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Import", exact: true }).click();
  // On a busy machine it may be over before it is seen to run.
  await page.getByRole("button", { name: "Cancel the import" }).or(page.getByText("Applied: it is in the graph.")).first().waitFor();
  await page.getByText("Applied: it is in the graph.").waitFor();
  await page.getByText("1 thing was left out").click();
  await page.getByText("is not text").waitFor();
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByText("Taken back").waitFor();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("button", { name: "Sources" }).click();
  await page.getByRole("region", { name: "/home/you/books" }).getByText("reverted").waitFor();
  await page.context().close();
});

test("the graph is exported as a file, of the time that is shown", async () => {
  const page = await s.open();
  const download = async (item) => {
    await page.getByRole("button", { name: /change or export/ }).click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: item }).click()]);
    assert.equal(await file.failure(), null);
    return file;
  };
  // What is said goes by itself: it is waited for from the beginning.
  const said = page.getByText(/^Downloading .* as of event \d/).waitFor();
  assert.match((await download(/GraphML/)).suggestedFilename(), new RegExp(`^${workspace}-at-\\d+\\.graphml$`));
  await said;
  const lines = await download(/Lines of JSON/);
  assert.match(lines.suggestedFilename(), /\.ndjson$/);
  const past = await s.open(`?ws=${workspace}&at=2021-03-14T00:00:00Z`);
  await past.getByRole("button", { name: /change or export/ }).click();
  const [old] = await Promise.all([past.waitForEvent("download"), past.getByRole("menuitem", { name: /Lines/ }).click()]);
  assert.match(old.url(), /at=2021-03-14/);
  assert.deepEqual(page.problems, []);
  await past.context().close();
  await page.context().close();
});

test("who did something stands by name, and oneself as you", { skip: real }, async () => {
  const page = await s.open(`?ws=${workspace}&side=events`);
  await page.getByText("Live", { exact: true }).waitFor();
  const ws = s.fixture.workspace("demo");
  const thing = ws.things.find((t) => t.name.endsWith(".md") && t.to === Infinity);
  const before = thing.name;
  ws.rename(thing, "Told by Ada.md", "another", "graph.rename-node");
  await page.getByRole("button", { name: /renamed to Told by Ada\.md.*· Ada$/ }).waitFor();
  ws.rename(thing, before, "one", "graph.rename-node");
  await page.getByRole("button", { name: new RegExp(`renamed to ${before.replace(".", "\\.")}.*· you$`) }).waitFor();
  await page.context().close();
});

test("it fits a phone of 360 pixels", async () => {
  const page = await s.open(undefined, { viewport: { width: 360, height: 740 }, hasTouch: true });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  for (const name of ["Look up by name", "Outline", "Events", "Import"]) {
    const box = await page.getByRole("button", { name }).first().boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 360, `${name} is on the screen`);
  }
  await page.context().close();
});
