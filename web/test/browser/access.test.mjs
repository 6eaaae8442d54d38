import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { goTo, real, stage, workspace } from "./stage.mjs";

const s = stage();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  // By the debugger's own door: the page's policy would refuse a script from elsewhere, as it should.
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 140)).join(" | ")}`);
}

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
