import { describe, expect, test } from "vitest";
import { darkPalette, lightPalette } from "../../look/palette";
import { eyeOf } from "../eye";
import { findFrontier } from "../frontier";
import { compose } from "../paint/compose";
import { blend, emptyDrawing } from "../paint/list";
import { sampleMap } from "../sampleMap";
import { emptyPicture, Scene } from "../scene";
import { style } from "../text";
import { htmlOf } from "./html";
import { svgOf } from "./svg";

const view = { width: 400, height: 300, left: 0, right: 0, top: 0, bottom: 0 };

function scene(): Scene {
  return new Scene(
    sampleMap(
      [
        { name: "a <group>", kind: 1, x: 0, y: 0, radius: 100, count: 2 },
        { name: "</script><b>", parent: 0, x: -40, radius: 12 },
        { name: "other", type: "Place", parent: 0, x: 40, radius: 12 },
      ],
      [{ from: 1, to: 2 }],
    ),
    Infinity,
  );
}

function drawn(scale: number): ReturnType<typeof emptyDrawing> {
  const s = scene();
  const camera = { x: 0, y: 0, scale };
  const eye = eyeOf(camera, view);
  findFrontier(s, eye, view, s.frontier);
  for (let i = 0; i < 3; i++) s.standIn[i] = i;
  const picture = emptyPicture(s, camera, eye, view);
  picture.selected = 1;
  picture.way = [1, 2];
  const drawing = emptyDrawing();
  compose(drawing, picture, lightPalette);
  return drawing;
}

describe("a picture as lists", () => {
  test("is a ground, an edge and things where a group is open", () => {
    const drawing = drawn(1.4);
    expect(drawing.grounds.size).toBeGreaterThan(0);
    expect(drawing.edges.size).toBe(2);
    expect(drawing.solids.size).toBe(2);
    expect([drawing.solids.place[0], drawing.solids.place[1]]).toEqual([200 - 56, 150]);
  });

  test("is one disc with a ring of its types where it is closed", () => {
    const drawing = drawn(0.4);
    expect(drawing.solids.size).toBe(4);
    expect([...drawing.solids.arc.subarray(8, 10), ...drawing.solids.arc.subarray(12, 14)]).toEqual([0, 0.5, 0.5, 1]);
  });

  test("grows beyond what it was made for", () => {
    const { solids } = emptyDrawing();
    for (let k = 0; k < 3000; k++) solids.put(k, 1, 2).filled(0x123456, 1);
    expect(solids.size).toBe(3000);
    expect([...solids.fill.subarray(2999 * 4, 3000 * 4)]).toEqual([0x12, 0x34, 0x56, 255]);
    expect(solids.place[2999 * 4]).toBe(2999);
  });

  test("mixes colours by parts", () => {
    expect(blend(0x000000, 0xffffff, 0)).toBe(0);
    expect(blend(0x000000, 0xffffff, 1)).toBe(0xffffff);
    expect(blend(0x102030, 0x304050, 0.5)).toBe(0x203040);
  });
});

describe("SVG", () => {
  test("has every disc, edge and name as a shape, and is well formed whatever the names", () => {
    const name = { text: 'a <group> & "more"', style: style(12, 600, "#000000", "#ffffff"), x: 10, y: 20, alpha: 1 };
    const svg = svgOf(drawn(1.4), [name], 400, 300, "a & b");
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"')).toBe(true);
    expect(svg.match(/<circle /g)?.length).toBeGreaterThanOrEqual(4);
    expect(svg).toContain("<title>a &amp; b</title>");
    expect(svg).toContain(">a &lt;group&gt; &amp; &quot;more&quot;</text>");
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  test("draws the ring of a closed group as arcs", () => {
    const arcs = svgOf(drawn(0.4), [], 400, 300, "map").match(/<path fill="none" d="M[\d.]+ [\d.]+A38.8/g);
    expect(arcs).toHaveLength(2);
  });
});

describe("the page", () => {
  test("holds all that is there, refers to nothing, and cannot be broken out of by a name", () => {
    const html = htmlOf(scene(), "tom & <jerry>", "2026-01-01");
    expect(html).toContain("<title>tom &amp; &lt;jerry&gt; – map</title>");
    expect(html).not.toMatch(/(src|href)=/);
    expect(html).not.toContain("</script><b>");
    const json = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1];
    const data = JSON.parse(json) as { items: unknown[][]; edges: number[][]; dark: { sea: string } };
    expect(data.items.map((i) => i[0])).toEqual(["a <group>", "</script><b>", "other"]);
    expect(data.items.map((i) => i[4])).toEqual([-1, 0, 0]);
    expect(data.edges).toEqual([[1, 2]]);
    expect(data.dark.sea).toBe(darkPalette.sea);
  });
});
