import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./axe.mjs";
import { goTo, real, stage, workspace } from "./stage.mjs";

const s = stage();
for (const scheme of ["light", "dark"]) {
  test(`nothing stands in the way of anyone, ${scheme}`, async () => {
    const page = await s.open(`?ws=${workspace}&outline=1&side=events`, { colorScheme: scheme });
    await page.getByRole("treeitem").first().waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
    assert.deepEqual(await violations(page), []);
    if (!real) {
      await goTo(page, "invoice");
      await page.getByText("path", { exact: true }).waitFor();
      assert.deepEqual(await violations(page), []);
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await page.getByLabel(/Folder, Git/).waitFor();
      await page.waitForFunction(() => getComputedStyle(document.querySelector("[role=dialog]")).opacity === "1");
      assert.deepEqual(await violations(page), []);
    }
    await page.context().close();
  });
}
