import assert from "node:assert/strict";
import { test } from "node:test";
import { real, stage } from "./stage.mjs";

const s = stage({ empty: true });

test("a new user forms a workspace and is told what to do next", { skip: real }, async () => {
  const page = await s.open("", { ready: "#welcome" });
  await page.getByText("Turn what you have into a living graph").waitFor();
  await page.getByLabel("Name of the workspace").fill("mine");
  await page.getByRole("button", { name: "Form it" }).click();
  await page.getByText("There is nothing here yet").waitFor();
  await page.getByRole("button", { name: "Import something" }).click();
  await page.getByRole("dialog").getByLabel(/Folder, Git/).waitFor();
  await page.context().close();
});

const drop = (page) =>
  page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["title;year\nOrmus;1989\n"], "My Books.csv", { type: "text/csv" }));
    for (const type of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  });

const fresh = stage({ empty: true });

test("the first page says that files can be dropped, and a workspace is formed for what is", { skip: real }, async () => {
  const page = await fresh.open("", { ready: "#welcome", viewport: { width: 360, height: 740 } });
  await page.getByText("Drop files or a folder anywhere on this page").waitFor();
  assert.equal(await page.evaluate(() => document.querySelector(".app").scrollWidth), 360);
  await drop(page);
  await page.getByRole("dialog", { name: "Import" }).getByRole("heading", { name: "Import My Books.csv" }).waitFor();
  await page.waitForFunction(() => location.search.includes("ws=my-books"));
  await page.keyboard.press("Escape");
  await page.getByText("There is nothing here yet").waitFor();
  // A long name of a workspace takes no room from what one does with it.
  const [right, width] = await page.getByRole("button", { name: "Import", exact: true }).evaluate((button) => [button.getBoundingClientRect().right, innerWidth]);
  assert.ok(right <= width, `the last button ends at ${right} of ${width}`);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
