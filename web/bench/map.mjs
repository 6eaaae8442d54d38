// How quick the map of 100,000 things and 300,000 edges is, in a browser, on the built app. Usage: npm run bench:map [things [edges]]
// Prints a table in Markdown. Times are of this machine, whatever else it does meanwhile.
import { cpus, loadavg } from "node:os";
import { createServer } from "vite";
import { launch } from "../test/browser/launch.mjs";
import { startFixture } from "../test/fixture-server.mjs";
import { makeLarge } from "../test/fixture/project.mjs";
import { Workspace } from "../test/fixture/workspace.mjs";
import { startTrace } from "./trace.mjs";

const [things = 100_000, edges = 300_000] = process.argv.slice(2).map(Number);
const view = { width: 1440, height: 900 };
const rows = [];
const tell = (what, figure, goal = "") => rows.push(`| ${what} | ${figure} | ${goal} |`);
const ms = (n) => `${n < 10 ? n.toFixed(2) : n.toFixed(0)} ms`;

// Some of the things are groups, and of the edges that are drawn at random a few would lead from a thing to itself.
const leaves = things - 3_000;
const project = makeLarge({ leaves, tiesEach: (edges * 1.004) / leaves });
project.things.forEach((thing, i) => !thing.isGroup && (thing.properties.lines = Math.floor((i * 7919) % 900) + 1));
const fixture = await startFixture({ port: 0, more: { bench: () => new Workspace("bench", project) } });
const base = `http://127.0.0.1:${fixture.port}`;
const bytes = await (await fetch(`${base}/api/v1/workspaces/bench/map`, { headers: { Accept: "application/vnd.alchemist.map" } })).arrayBuffer();

await measureInProcess();
await measureInBrowser();
await fixture.close();
console.log(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}\n`);
console.log("| what | measured | goal |\n| --- | --- | --- |");
console.log(rows.join("\n"));

/** What is pure is measured by itself, without a browser around it. */
async function measureInProcess() {
  const vite = await createServer({ server: { middlewareMode: true, hmr: false, ws: false }, appType: "custom", logLevel: "error" });
  const module = (name) => vite.ssrLoadModule(`/src/map/${name}.ts`);
  const names = ["decode", "scene", "frontier", "eye", "camera", "edgeKeeper", "paint/compose", "paint/list", "paint/touch"];
  const [{ decodeMap }, { Scene, emptyPicture }, { findFrontier, pick, emptyFrontier }, { eyeOf }, { fit }, { EdgeKeeper }, { compose }, { emptyDrawing }, { edgeAt }] = await Promise.all(names.map(module));
  const { lightPalette } = await vite.ssrLoadModule("/src/look/palette.ts");
  const decoding = once(() => decodeMap(bytes));
  const making = once(() => new Scene(decoding.result, Infinity));
  const scene = making.result;
  tell("things and edges", `${scene.map.items.toLocaleString("en")} and ${scene.map.edges.toLocaleString("en")}`);
  tell("reading the map's bytes", ms(decoding.took));
  tell("groups, colours, time", ms(making.took));
  const v = { ...view, left: 0, right: 0, top: 40, bottom: 0 };
  const { x, y, radius, parent } = scene.map;
  const reach = (sign, of) => x.reduce((most, _, i) => (parent[i] < 0 ? Math.max(most, sign * of[i] + radius[i]) : most), -Infinity);
  const camera = fit({ minX: -reach(-1, x), maxX: reach(1, x), minY: -reach(-1, y), maxY: reach(1, y) }, v);
  const frontier = emptyFrontier(scene.map.items);
  // From where most is to be seen at once.
  const drawn = (zoom) => findFrontier(scene, eyeOf({ ...camera, scale: camera.scale * zoom }, v), v, frontier).size;
  const zooms = [1, 2, 3, 5, 8, 12, 20, 30];
  drawn(zooms.reduce((best, zoom) => (drawn(zoom) > drawn(best) ? zoom : best)));
  const times = [];
  for (let i = 0; i < 2_000; i++) {
    const [x, y] = [(i * 7919) % view.width, (i * 104_729) % view.height];
    times.push(once(() => pick(frontier, x, y, 6, 8)).took);
  }
  times.sort((a, b) => a - b);
  tell(`picking among ${frontier.size.toLocaleString("en")} drawn things, median and 95 %`, `${ms(times[1_000])} and ${ms(times[1_900])}`, "");
  tell(`picking among the edges of ${pickEdges()} lines, median and 95 %`, `${ms(times[1_000])} and ${ms(times[1_900])}`, "≤ 2 ms");
  await vite.close();

  /** Of the picture in which most is to be seen, with all that is gathered; how many lines there are. */
  function pickEdges() {
    const best = { ...camera, scale: camera.scale * 3 };
    const picture = emptyPicture(scene, best, eyeOf(best, v), v);
    const [keeper, drawing] = [new EdgeKeeper(), emptyDrawing()];
    for (let at = 0; at < 20_000; at += 1_000) {
      findFrontier(scene, picture.eye, v, scene.frontier);
      keeper.keep(picture, at, true, 0, true);
    }
    compose(drawing, picture, lightPalette);
    times.length = 0;
    for (let i = 0; i < 2_000; i++) times.push(once(() => edgeAt(drawing.edges, (i * 7919) % view.width, (i * 104_729) % view.height, 4)).took);
    times.sort((a, b) => a - b);
    return drawing.edges.size;
  }
}

function once(work) {
  const began = performance.now();
  const result = work();
  return { result, took: performance.now() - began };
}

async function measureInBrowser() {
  const { browser, close } = await launch();
  const page = await (await browser.newContext({ viewport: view })).newPage();
  let there = 0;
  fixture.hear((request, response) => {
    if (/bench\/map/.test(request.url)) response.on("finish", () => (there ||= Date.now()));
  });
  await page.goto(`${base}/?ws=bench`);
  // A measurement is answered once a picture was drawn.
  const drawn = await page.evaluate(async () => {
    const map = () => document.querySelector("[role=application]");
    while (!(Number(map()?.dataset.edition) > 0)) await new Promise((resolve) => setTimeout(resolve, 5));
    await window.alchemist.measure(0);
    return Date.now();
  });
  tell("first picture after the data is there", ms(drawn - there), "≤ 2 s");
  await page.waitForSelector("[role=application][data-drawing]", { timeout: 120_000 });
  await page.waitForTimeout(3_000);
  for (const [name, dimensions] of [["flat", 2], ["in depth", 3]]) {
    if (dimensions === 3) {
      await page.keyboard.press("3");
      await page.waitForTimeout(4_000);
    }
    const { frames, submitMs, drawMs } = await page.evaluate(() => window.alchemist.measure(8));
    tell(`frame submission, ${name}, median and 95 % of ${frames} frames`, `${ms(submitMs.median)} and ${ms(submitMs.p95)}`, "≤ 2 ms");
    tell(`the worker's whole frame, ${name}, with edges and names`, `${ms(drawMs.median)} and ${ms(drawMs.p95)}`);
  }
  await page.keyboard.press("3");
  await page.waitForTimeout(2_000);
  await traced(browser, page, "zooming", async () => {
    await page.mouse.move(view.width * 0.45, view.height * 0.45);
    for (let i = 0; i < 60; i++) {
      await page.mouse.wheel(0, i < 30 ? -120 : 120);
      await page.waitForTimeout(60);
    }
  });
  await traced(browser, page, "filtering", async () => {
    const types = page.locator("section[aria-label=Legend] [aria-pressed]");
    for (let i = 0; i < 4; i++) {
      await types.nth(i).click();
      await page.waitForTimeout(700);
    }
  });
  await traced(browser, page, "filtering by a property", async () => {
    await page.keyboard.press("Shift+F");
    await page.getByRole("combobox", { name: "Filter by" }).selectOption(".lines");
    const least = page.getByRole("slider", { name: "The least number" });
    await least.focus();
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press("PageUp");
      await page.waitForTimeout(150);
    }
    await page.getByRole("region", { name: "Filter the map" }).getByText(/things match/).waitFor();
    await page.getByRole("button", { name: "hidden" }).click();
    await page.waitForTimeout(1_500);
    await page.getByRole("button", { name: "Reset" }).first().click();
    await page.keyboard.press("Shift+F");
  });
  await traced(browser, page, "playing", async () => {
    await page.getByRole("button", { name: /^Play/ }).click();
    await page.waitForTimeout(6_000);
  });
  await close();
}

async function traced(browser, page, what, act) {
  const stop = await startTrace(browser);
  await act();
  const { main, worker } = await stop();
  tell(`main thread while ${what}: tasks, longest (of processor time), longer than 50 ms`, `${main.tasks}, ${ms(main.longest)} (${ms(main.longestCpu)}), ${main.long}`, "none > 50 ms");
  tell(`the map's worker while ${what}: longest (of processor time), longer than 50 ms`, `${ms(worker.longest)} (${ms(worker.longestCpu)}), ${worker.long}`);
}
