// The panels that edit: nothing stands in the way of anyone, whatever things are called, however small the screen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { violationsInBothSchemes } from "./axe.mjs";
import { missing } from "./server.mjs";
import { focused, serverStage } from "./stage.mjs";

const skip = missing;
const long = `${"A very long name that says everything there is to say and then some ".repeat(5)}Ohneleerzeichen${"undnochetwas".repeat(20)}`;
const s = serverStage(async ({ send }, stage) => {
  const add = async (name, types, more = {}) => (await send("graph.add-node", { name, types, ...more })).given.node;
  stage.arabic = await add("مكتبة الإسكندرية الكبرى", ["مكان"], { properties: { الوصف: "كانت أكبر مكتبة في العالم القديم", founded: -300, open: false } });
  stage.long = await add(long, ["Type of things that have long names", "Other"], { properties: { remark: long, lines: ["one", "two"] } });
  stage.emoji = await add("🧪 Alchemist 👩🏽‍🔬", ["Idea 💡"], { properties: { notes: `# Notes\n\nSee [[${stage.arabic}|مكتبة]] and [[${stage.long}|x]].\n\n- [ ] think\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n\`code\`` } });
  await send("graph.connect-nodes", { from: stage.emoji, to: stage.arabic, type: "يشير إلى" });
  await send("graph.connect-nodes", { from: stage.emoji, to: stage.long, type: "a relation with a rather long name, longer than fits" });
  await send("graph.form-group", { name: "مجموعة", members: [stage.arabic, stage.long] });
});

const settled = (page) => page.waitForFunction(() => [...document.querySelectorAll("[role=dialog]")].every((d) => getComputedStyle(d).opacity === "1"));
const states = {
  "a thing with why and a value that is edited": [() => `&sel=${s.arabic}&side=details`, async (page) => {
    await page.getByRole("button", { name: "Why this founded?" }).click();
    await page.getByRole("list", { name: "Why this founded" }).waitFor();
    await page.getByRole("button", { name: "State another الوصف" }).click();
    await page.getByRole("button", { name: "Add one" }).click();
    await page.getByRole("combobox", { name: "Property" }).waitFor();
  }],
  "several things": [() => `&sel=${s.arabic},${s.long}&side=details`, (page) => page.getByRole("heading", { name: "2 things selected" }).waitFor()],
  "the preview of a merge": [() => `&sel=${s.arabic},${s.long}&side=details`, async (page) => {
    await page.getByRole("heading", { name: "2 things selected" }).waitFor();
    await page.keyboard.press("m");
    await page.getByRole("region", { name: "What it would be" }).waitFor();
  }],
  "a dialog that connects": [() => `&sel=${s.emoji}&side=details`, async (page) => {
    await page.getByRole("heading", { level: 2 }).waitFor();
    await page.keyboard.press("c");
    await page.getByRole("combobox").first().fill("very long");
    await page.getByRole("option").first().waitFor();
  }],
  "a page": [() => `&sel=${s.emoji}&page=1&side=details`, (page) => page.getByRole("article").getByRole("button", { name: "مكتبة الإسكندرية الكبرى" }).waitFor()],
  "a page that is written": [() => `&sel=${s.emoji}&page=1`, async (page) => {
    await page.getByRole("button", { name: "Write on" }).click();
    await focused(page.getByRole("textbox", { name: "Notes in Markdown" }));
    await page.keyboard.type(" [[مكتبة");
    await page.getByRole("option").first().waitFor();
  }],
  "the table": [() => `&outline=table&sel=${s.emoji}`, (page) => page.getByRole("row", { selected: true }).waitFor()],
  "the tree": [() => "&outline=1", async (page) => {
    await page.getByRole("treeitem").first().waitFor();
    await page.getByRole("textbox", { name: "Filter by name" }).fill("a");
    await page.getByRole("tree", { name: "What is found, in its groups" }).getByRole("treeitem").first().waitFor();
  }],
  "the ontology": [() => "&side=ontology", async (page) => {
    await page.getByRole("button", { name: "More of مكان" }).click();
    await page.getByRole("list", { name: "Properties of مكان" }).waitFor();
  }],
};

for (const [name, [query, act]] of Object.entries(states)) {
  test(`nothing stands in the way: ${name}`, { skip }, async () => {
    const page = await s.open(`?ws=test${query()}`);
    try {
      await act(page);
      await settled(page);
      assert.deepEqual(await violationsInBothSchemes(page), { light: [], dark: [] });
      assert.deepEqual(page.problems.filter((p) => !p.includes("404")), []);
    } finally {
      // Whoever stays is seen by the next page.
      await page.context().close();
    }
  });
}

for (const [name, [query, act]] of Object.entries(states)) {
  test(`it fits a phone of 360 pixels: ${name}`, { skip }, async () => {
    const page = await s.open(`?ws=test${query()}`, { viewport: { width: 360, height: 740 }, hasTouch: true });
    await act(page);
    await settled(page);
    const out = await page.evaluate(() => {
      const inScroller = (e) => {
        for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll/.test(getComputedStyle(p).overflowX) && p.scrollWidth > p.clientWidth) return true;
        return false;
      };
      return [...document.querySelectorAll("button, input, textarea, select, h1, h2, a")]
        .filter((e) => e.checkVisibility() && !e.closest(".hidden-text") && !inScroller(e))
        .map((e) => ({ box: e.getBoundingClientRect(), html: e.outerHTML.slice(0, 120) }))
        .filter(({ box }) => box.width > 0 && (box.left < -1 || box.right > 361))
        .map(({ box, html }) => `${Math.round(box.left)}–${Math.round(box.right)} ${html}`);
    });
    assert.deepEqual(out, []);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("[role=dialog], .side, .left, article")].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className)), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/phone-${name.replaceAll(" ", "-")}.png` });
    await page.context().close();
  });
}
