import assert from "node:assert/strict";
import { test } from "node:test";
import { startFixture } from "../fixture-server.mjs";
import { real, stage, workspace } from "./stage.mjs";

const s = stage();

/** How many pixels of the page have exactly this colour. */
async function pixels(page, colour) {
  const picture = (await page.screenshot()).toString("base64");
  return page.evaluate(
    async ([data, wanted]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context.drawImage(image, 0, 0);
      const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
      let count = 0;
      for (let i = 0; i < bytes.length; i += 4) if (`rgb(${bytes[i]}, ${bytes[i + 1]}, ${bytes[i + 2]})` === wanted) count++;
      return count;
    },
    [picture, colour],
  );
}

/** Selects the first thing on the map; its name. */
async function selectFirst(page) {
  await page.getByRole("application", { name: "Map" }).focus();
  await page.keyboard.press("Shift+Enter");
  const heading = page.getByRole("heading", { level: 2 });
  await heading.waitFor();
  return heading.textContent();
}

const mostLooks = 40;
const others = (page) => page.getByRole("list", { name: "Who looks at this too" });

test("two pages see what the other has selected, on the map and in the header, until it leaves", async () => {
  const one = await s.open(`?ws=${workspace}`);
  const two = await s.open(`?ws=${workspace}`);
  await others(one).getByRole("button", { name: "Someone is here" }).waitFor();
  await others(two).getByRole("button", { name: "You: say your name" }).click();
  await two.getByLabel("Your name, as the others see it").fill("Ada");
  await two.keyboard.press("Escape");
  await others(one).getByRole("button", { name: "Ada is here" }).waitFor();
  const name = await selectFirst(two);
  const avatar = others(one).getByRole("button", { name: `Ada looks at ${name}` });
  await avatar.waitFor();
  const colour = await avatar.evaluate((e) => getComputedStyle(e).backgroundColor);
  // The avatar has this colour anyway; the ring and its name on the map are drawn a little later, and go later.
  const drawn = async (is) => {
    for (let k = 0; k < mostLooks; k++) if (is(await pixels(one, colour))) return true;
    return false;
  };
  const plain = await avatar.evaluate((e) => e.offsetWidth * e.offsetHeight);
  assert.ok(await drawn((count) => count > plain + 50), "the ring and its name are drawn");
  await two.keyboard.press("Escape");
  await others(one).getByRole("button", { name: "Ada is here" }).waitFor();
  assert.ok(await drawn((count) => count <= plain), "they are gone");
  await two.context().close();
  await others(one).waitFor({ state: "detached" });
  assert.deepEqual([...one.problems], []);
  await one.context().close();
});

test("after the server was away both pages see each other again, and nothing twice", { skip: real }, async () => {
  const first = await startFixture({ port: 0 });
  const { port } = first;
  const pages = [await s.open("", { ready: false }), await s.open("", { ready: false })];
  let second;
  try {
    for (const page of pages) {
      await page.goto(`http://127.0.0.1:${port}/?ws=demo&side=events`);
      await page.getByText("Live", { exact: true }).waitFor();
    }
    await others(pages[0]).waitFor();
    await first.close();
    await others(pages[0]).waitFor({ state: "detached" });
    second = await startFixture({ port });
    const ws = second.workspace("demo");
    const thing = ws.things.find((t) => t.name === "ledger");
    ws.rename(thing, "Once and no more", "another", "graph.rename-node");
    for (const page of pages) {
      await others(page).waitFor({ timeout: 20_000 });
      const row = page.getByRole("button", { name: /ledger renamed to Once and no more/ });
      await row.waitFor();
      assert.equal(await row.count(), 1);
    }
  } finally {
    for (const page of pages) await page.context().close();
    await first.close();
    await second?.close();
  }
});

test("where no socket can be opened the page is live all the same", { skip: real }, async () => {
  const without = await startFixture({ port: 0, live: false });
  const page = await s.open("", { ready: false });
  try {
    await page.goto(`http://127.0.0.1:${without.port}/?ws=demo&side=events`);
    await page.getByText("Live", { exact: true }).waitFor();
    const ws = without.workspace("demo");
    ws.rename(ws.things.find((t) => t.name === "ledger"), "Told by events", "another", "graph.rename-node");
    await page.getByRole("button", { name: /ledger renamed to Told by events/ }).waitFor();
    assert.equal(await others(page).count(), 0);
  } finally {
    await page.context().close();
    await without.close();
  }
});
