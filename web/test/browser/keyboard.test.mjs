// The ten main tasks by keyboard alone: nothing here moves a mouse, or puts the focus anywhere but by keys.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ferries, read } from "./repository.mjs";
import { missing } from "./server.mjs";
import { focused, serverStage } from "./stage.mjs";

const skip = missing;
let place;
const s = serverStage(async (server) => {
  place = ferries();
  assert.equal((await read(server, place.path)).state, "applied");
});
after(() => place?.remove());

const mostTabs = 90;

/** Goes there by Tab, as one does who cannot point. */
async function tabTo(page, target) {
  await target.waitFor();
  for (let k = 0; k < mostTabs; k++) {
    if (await target.evaluate((e) => e === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`not reached by ${mostTabs} tabs: ${target}`);
}

async function lookUp(page, name) {
  await page.keyboard.press("Control+k");
  await focused(page.getByRole("combobox", { name: /Look up by name/ }));
  await page.keyboard.type(name);
  await page.getByRole("option", { name: new RegExp(name.replace(/^>/, ""), "i"), selected: true }).waitFor();
  await page.keyboard.press("Enter");
}

const heading = (page, name) => page.getByRole("heading", { level: 2, name, exact: true });

/** The tasks one after the other: each begins where the one before ended. */
const tasks = {
  "find a thing": async (page) => {
    await lookUp(page, "tickets.py");
    await heading(page, "tickets.py").waitFor();
  },
  "ask why it is so": async (page) => {
    await tabTo(page, page.getByRole("button", { name: "Why this language?" }));
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "Why this language" }).getByText("Python").first().waitFor();
  },
  "correct it, and take that back": async (page) => {
    await page.keyboard.press("F2");
    await focused(page.getByRole("textbox", { name: "Name" }));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Ticket office");
    await page.keyboard.press("Enter");
    await heading(page, "Ticket office").waitFor();
    await page.getByRole("textbox", { name: "Name" }).waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await heading(page, "tickets.py").waitFor();
  },
  "add a thing, and connect it": async (page) => {
    await page.keyboard.press("a");
    await focused(page.getByRole("dialog").getByRole("textbox", { name: "Name" }));
    await page.keyboard.type("Harbour office");
    await page.keyboard.press("Enter");
    await heading(page, "Harbour office").waitFor();
    await page.keyboard.press("c");
    await focused(page.getByRole("combobox", { name: "Connect Harbour office to" }));
    await page.keyboard.type("tickets.py");
    await page.getByRole("option", { name: /tickets\.py/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("combobox", { name: "Relation" }));
    await page.keyboard.type("sells by");
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "sells by →" }).getByText("tickets.py").waitFor();
  },
  "read the map as a list, and choose there": async (page) => {
    await page.keyboard.press("o");
    const tree = page.getByRole("tree");
    await tabTo(page, tree);
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("[role=treeitem][aria-selected=true]"));
    await page.keyboard.press("Escape");
  },
  "see it as a table, sorted": async (page) => {
    await page.keyboard.press("t");
    await tabTo(page, page.getByRole("grid"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("[role=columnheader][aria-sort]:not([aria-sort=none])"));
    await page.keyboard.press("t");
  },
  "travel into the past, and back": async (page) => {
    await tabTo(page, page.getByRole("slider", { name: "Time shown on the map" }));
    await page.keyboard.press("PageDown");
    await page.getByText(/^You see/).waitFor();
    await page.keyboard.press("Shift+N");
    await page.getByText(/^You see/).waitFor({ state: "detached" });
  },
  "compare two moments": async (page) => {
    await page.keyboard.press("Shift+C");
    await tabTo(page, page.getByRole("slider", { name: "Time compared with" }));
    await page.keyboard.press("Home");
    await page.getByRole("list", { name: "What changed" }).getByRole("listitem").first().waitFor();
    await page.keyboard.press("Shift+C");
    await page.getByRole("slider", { name: "Time compared with" }).waitFor({ state: "detached" });
  },
  "follow an event to what led to it": async (page) => {
    await page.keyboard.press("e");
    await tabTo(page, page.getByRole("textbox", { name: "Filter events" }));
    await page.keyboard.type("Harbour");
    const found = page.getByRole("list", { name: "Events, the latest first" }).getByRole("button", { name: /Harbour office added/ });
    await tabTo(page, found);
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Causes and effects" }).waitFor();
  },
  "bring something in, and take it back": async (page) => {
    await lookUp(page, ">import a folder");
    await focused(page.getByRole("dialog").getByRole("textbox", { name: /Folder, Git/ }));
    await page.keyboard.type(`${place.path}/docs`);
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Import", exact: true }));
    await page.keyboard.press("Enter");
    const back = page.getByRole("dialog").getByRole("button", { name: "Take it back" });
    await tabTo(page, back);
    await page.keyboard.press("Enter");
    await page.getByText(/Taken back|as before/).first().waitFor();
  },
};

test("the ten main tasks are done by keyboard alone", { skip }, async (t) => {
  assert.equal(Object.keys(tasks).length, 10);
  const page = await s.open();
  await page.getByText(/^\d+ things$/).first().waitFor();
  for (const [name, task] of Object.entries(tasks)) {
    const began = performance.now();
    await task(page).catch((error) => {
      throw new Error(`${name}: ${error.message}`, { cause: error });
    });
    t.diagnostic(`${((performance.now() - began) / 1000).toFixed(1)} s  ${name}`);
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("the keys stay near what had them and is gone: a notice, the way back to now, a row", { skip }, async () => {
  const page = await s.open("?ws=test&side=details");
  const kept = () => page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
  await lookUp(page, "tickets.py");
  await heading(page, "tickets.py").waitFor();
  await page.getByRole("slider", { name: "Time shown on the map" }).focus();
  await page.keyboard.press("PageDown");
  await page.getByRole("button", { name: "Back to now" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText(/^You see/).waitFor({ state: "detached" });
  await kept();
  await page.keyboard.press("F2");
  await focused(page.getByRole("textbox", { name: "Name" }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Office");
  await page.keyboard.press("Enter");
  const undo = page.getByRole("log").getByRole("button", { name: "Undo" });
  await undo.focus();
  await page.keyboard.press("Enter");
  await undo.waitFor({ state: "detached" });
  await heading(page, "tickets.py").waitFor();
  await kept();
  await page.getByRole("button", { name: "Close this panel" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("complementary", { name: "Details" }).waitFor({ state: "detached" });
  await kept();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
