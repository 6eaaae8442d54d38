import assert from "node:assert/strict";
import { test } from "node:test";
import { real, stage, workspace } from "./stage.mjs";

const s = stage();

const open = async () => {
  const page = await s.open(`?ws=${workspace}&side=sources`);
  await page.getByText("3 pairs are probably the same thing").waitFor();
  await page.getByRole("button", { name: "Look", exact: true }).click();
  await page.getByRole("list", { name: "Suggestions" }).getByRole("listitem").nth(2).waitFor();
  return page;
};

test("suggestions are merged many at once, and taken back by one click", { skip: real }, async () => {
  const page = await open();
  const list = page.getByRole("list", { name: "Suggestions" });
  // By the keyboard alone: the first is left out, then two are merged.
  await list.getByRole("checkbox").first().focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Merge 2" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("2 pairs merged.").waitFor();
  await page.getByRole("button", { name: "Merge 0" }).waitFor();
  assert.equal(await list.getByRole("listitem").count(), 1);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await list.getByRole("listitem").nth(2).waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("what is refused is suggested no more, until that is taken back", { skip: real }, async () => {
  const page = await open();
  await page.getByLabel("Which kind").selectOption("record");
  await page.getByRole("button", { name: "Merge 1" }).waitFor();
  await page.getByRole("button", { name: "Not the same" }).click();
  await page.getByText("One pair kept apart.").waitFor();
  await page.getByText("Nothing looks like the same thing.").waitFor();
  await page.getByLabel("refused ones").check();
  const apart = page.getByRole("list", { name: "Not the same" });
  await apart.getByRole("listitem").first().waitFor();
  await apart.getByRole("button", { name: "Take back" }).click();
  await page.getByText("Nobody said of anything that it is not the same thing.").waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
