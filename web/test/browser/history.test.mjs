import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, real, stage } from "./stage.mjs";

const s = stage();

test("a file says who knows it, what changes together with it and how hot it is, with the commits behind", { skip: real }, async () => {
  const page = await s.open();
  await goTo(page, "billing");
  await page.getByRole("list", { name: "Hottest in it" }).getByRole("button").first().click();
  await page.getByText(/Hot spot № [\d,]+ of/).waitFor();
  const people = page.getByRole("list", { name: "Who knows it" });
  await page.getByRole("list", { name: "Who changed it most" }).getByRole("listitem").first().waitFor();
  const count = await people.getByRole("listitem").count();
  assert.ok(count > 0 && count <= 5);
  await people.getByRole("button", { name: /By which commits/ }).first().click();
  const commits = people.getByRole("list", { name: "Commits" });
  await commits.getByRole("button").first().waitFor();
  const commit = await commits.getByRole("button").first().locator("span").first().textContent();
  await commits.getByRole("button").first().click();
  await page.getByRole("heading", { level: 2, name: commit }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Who worked on it" }).count(), 0, "a commit is no file");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("a folder says what is hottest in it; a person says nothing of the kind", { skip: real }, async () => {
  const page = await s.open();
  await goTo(page, "billing");
  await page.getByRole("list", { name: "Hottest in it" }).waitFor();
  await page.getByRole("list", { name: "Who knows it" }).getByRole("button").first().click();
  await page.getByRole("tabpanel", { name: "Details" }).getByText("Person", { exact: true }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Who worked on it" }).count(), 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
