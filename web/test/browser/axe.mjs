// What stands in the way of someone, as axe finds it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What stands in the way in light and, of the same page, in dark. */
export async function violationsInBothSchemes(page) {
  const found = {};
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction((scheme) => document.documentElement.dataset.mantineColorScheme === scheme, colorScheme);
    found[colorScheme] = await violations(page);
  }
  return found;
}

export async function violations(page) {
  // By the debugger's own door: the page's policy would refuse a script from elsewhere, as it should.
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 160)} (${n.any.concat(n.all).map((c) => c.message).join("; ").slice(0, 200)})`).join(" | ")}`);
}
