import assert from "node:assert/strict";
import { test } from "node:test";
import { violationsInBothSchemes } from "./axe.mjs";
import { goTo, real, stage, workspace } from "./stage.mjs";

const s = stage();
const nothing = { light: [], dark: [] };
test("nothing stands in the way of anyone", async () => {
  const page = await s.open(`?ws=${workspace}&outline=1&side=events`);
  await page.getByRole("treeitem").first().waitFor();
  await page.getByText("Live", { exact: true }).waitFor();
  assert.deepEqual(await violationsInBothSchemes(page), nothing);
  if (!real) {
    await goTo(page, "invoice");
    await page.getByText("path", { exact: true }).waitFor();
    assert.deepEqual(await violationsInBothSchemes(page), nothing);
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByLabel(/Folder, Git/).waitFor();
    await page.waitForFunction(() => getComputedStyle(document.querySelector("[role=dialog]")).opacity === "1");
    assert.deepEqual(await violationsInBothSchemes(page), nothing);
  }
  await page.context().close();
});

const states = {
  "the palette": async (page) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("option").first().waitFor();
  },
  "all keys": async (page) => {
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "All keys" }).waitFor();
  },
  "events, their fields and their picture": async (page) => {
    await page.goto(`${s.base}/?ws=${workspace}&side=events`);
    await page.getByRole("button", { name: "Fields" }).click();
    await page.getByRole("button", { name: "Picture of what flows" }).click();
    await page.getByRole("region", { name: "What flows" }).getByRole("button").first().waitFor();
  },
  "an event": async (page) => {
    await page.goto(`${s.base}/?ws=${workspace}&side=events&event=5`);
    await page.getByRole("region", { name: "Causes and effects" }).waitFor();
  },
  "activity": async (page) => {
    await page.goto(`${s.base}/?ws=${workspace}&side=activity`);
    await page.getByRole("region", { name: "Activity" }).getByRole("button").first().waitFor();
  },
  "two moments compared, in the past": async (page) => {
    await page.goto(`${s.base}/?ws=${workspace}&at=2021-03-14T00:00:00Z&since=2020-01-01T00:00:00Z&side=changes`);
    await page.getByRole("list", { name: "What changed" }).getByRole("listitem").first().waitFor();
  },
  "disagreements": async (page) => {
    const ws = s.fixture.workspace(workspace);
    ws.stats = () => ({ position: ws.position, disagreements: 9 });
    await page.goto(`${s.base}/?ws=${workspace}&side=sources`);
    await page.getByRole("button", { name: "Settle" }).click();
    await page.getByRole("list", { name: "Disagreements" }).getByRole("listitem").first().waitFor();
  },
  "what is the same": async (page) => {
    await page.goto(`${s.base}/?ws=${workspace}&side=sources`);
    await page.getByRole("button", { name: "Look", exact: true }).click();
    await page.getByRole("list", { name: "Suggestions" }).getByRole("listitem").first().waitFor();
  },
  "help": async (page) => {
    await page.keyboard.press("F1");
    await page.getByRole("heading", { name: "Help" }).waitFor();
  },
  "a report": async (page) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill(">report a");
    await page.keyboard.press("Enter");
    await page.getByText('"status": "up"').waitFor();
  },
  "the tour": async (page) => {
    await page.keyboard.press("F1");
    await page.getByRole("button", { name: "Take a tour" }).click();
    await page.getByText("1 of 6").waitFor();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  },
  "an empty workspace": async (page) => {
    await page.goto(`${s.base}/?ws=blank`);
    await page.getByText("There is nothing here yet").waitFor();
  },
  "what an import would do": async (page) => {
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByLabel(/Folder, Git/).fill("/home/you/books");
    await page.keyboard.press("Enter");
    await page.getByText("+214").waitFor();
  },
};

for (const [name, act] of Object.entries(states)) {
  test(`nothing stands in the way at ${name}`, { skip: real }, async () => {
    const page = await s.open();
    await act(page);
    await page.mouse.move(400, 500);
    await page.waitForFunction(() => document.querySelector("[role=tooltip]") === null);
    await page.waitForFunction(() => [...document.querySelectorAll("[role=dialog]")].every((d) => getComputedStyle(d).opacity === "1"));
    assert.deepEqual(await violationsInBothSchemes(page), nothing);
    await page.context().close();
  });
}
