import assert from "node:assert/strict";
import { test } from "node:test";
import { real, stage } from "./stage.mjs";

const s = stage();

test("a tour shows around, and is left by Esc", async () => {
  const page = await s.open();
  await page.keyboard.press("F1");
  await page.getByRole("dialog", { name: "Help" }).getByRole("button", { name: "Take a tour" }).click();
  const card = page.getByRole("region", { name: "Tour" });
  await card.getByText("1 of 6").waitFor();
  for (let k = 2; k <= 6; k++) {
    await card.getByRole("button", { name: "Next" }).click();
    await card.getByText(`${k} of 6`).waitFor();
  }
  await card.getByRole("button", { name: "Back" }).click();
  await card.getByText("5 of 6").waitFor();
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("help offers what was not tried yet", async () => {
  const page = await s.open();
  await page.keyboard.press("F1");
  const help = page.getByRole("dialog", { name: "Help" });
  await help.getByRole("button", { name: "Read the map as a list" }).click();
  await page.getByRole("tree").waitFor();
  await page.keyboard.press("F1");
  await help.getByText("Not tried yet").waitFor();
  assert.equal(await help.getByRole("button", { name: "Read the map as a list" }).count(), 0);
  const link = help.getByRole("link", { name: "Travel in time" });
  const answer = await page.request.get(`${s.base}${await link.getAttribute("href")}`);
  assert.match(await answer.text(), /^# Travel in time/);
  await page.context().close();
});

test("each panel says in two sentences what it is for", async () => {
  const page = await s.open("?ws=demo&side=sources", real ? { ready: "[role=region]" } : {});
  await page.getByRole("button", { name: "Help on Sources" }).click();
  await page.getByText("Where the content comes from").waitFor();
  await page.getByRole("link", { name: "Read more" }).waitFor();
  await page.keyboard.press("Escape");
  await page.context().close();
});

test("a report is shown whole, and saved, and sent nowhere", async () => {
  const page = await s.open();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(">report a");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Report a problem" });
  await dialog.getByText('"status": "up"').waitFor();
  const asked = page.asked.length;
  await dialog.getByRole("textbox").fill("It is slow.");
  const [file] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Save as a file" }).click()]);
  assert.equal(file.suggestedFilename(), "alchemist-report.json");
  assert.deepEqual(page.asked.slice(asked).filter((url) => !url.startsWith("blob:")), []);
  await page.context().close();
});

test("the example is sent and read like any other file", { skip: real }, async () => {
  const page = await s.open();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(">open the example");
  await page.keyboard.press("Enter");
  await page.getByText("The example is in a workspace of its own").waitFor();
  assert.match(page.url(), /ws=harbour/);
  assert.equal(s.fixture.workspace("harbour").imports.length, 1);
  await page.context().close();
});
