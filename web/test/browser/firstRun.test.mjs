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
