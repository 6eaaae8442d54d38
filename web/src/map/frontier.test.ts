import { describe, expect, test } from "vitest";
import type { Camera, Viewport } from "./camera";
import { eyeOf } from "./eye";
import { plantForest } from "./forest";
import { emptyFrontier, findFrontier, opens, pick, type Frontier, type Standing } from "./frontier";
import type { MapData } from "./decode";
import { sampleMap, type SampleItem } from "./sampleMap";
import { presenceAt } from "./time";
import { Gathering, neighbourhood, standIns } from "./bundles";

const view: Viewport = { width: 800, height: 800, left: 0, right: 0, top: 0, bottom: 0 };

/** Two groups of three, one beside the other, tied across. */
const items: SampleItem[] = [
  { name: "left", kind: 1, x: -60, radius: 50, count: 3 },
  { name: "right", kind: 1, x: 60, radius: 50, count: 3 },
  { parent: 0, x: -80, radius: 8 },
  { parent: 0, x: -60, radius: 8 },
  { parent: 0, x: -40, radius: 8, to: 100 },
  { parent: 1, x: 40, radius: 8 },
  { parent: 1, x: 60, radius: 8 },
  { parent: 1, x: 80, radius: 8 },
];
const edges = [
  { from: 2, to: 5 },
  { from: 3, to: 6 },
  { from: 4, to: 7 },
  { from: 2, to: 3 },
];

function standing(map: MapData, time = Infinity): Standing {
  const forest = plantForest(map);
  return { map, forest, there: presenceAt(map, forest, time).there, height: new Float32Array(map.items), held: new Int8Array(map.items) };
}

function look(camera: Camera, time = Infinity, samples = items): { frontier: Frontier; shown: number[]; open: number[] } {
  const map = sampleMap(samples, samples === items ? edges : []);
  const frontier = findFrontier(standing(map, time), eyeOf(camera, view), view, emptyFrontier(map.items));
  const list = [...frontier.item.subarray(0, frontier.size)];
  return { frontier, shown: list, open: list.filter((_, at) => frontier.open[at] > 0.5) };
}

describe("what the camera sees", () => {
  test("is groups alone from afar", () => {
    const { shown, open } = look({ x: 0, y: 0, scale: 1 });
    expect(shown).toEqual([0, 1]);
    expect(open).toEqual([]);
  });

  test("is the members once their group is large", () => {
    const { shown, open } = look({ x: 0, y: 0, scale: 3.4 });
    expect(open).toEqual([0, 1]);
    expect(shown.slice(0, 2)).toEqual([0, 1]);
    expect(shown).toContain(2);
    expect(shown).not.toContain(4);
  });

  test("leaves out what is beside the screen, with all inside", () => {
    expect(look({ x: 200, y: 0, scale: 4 }).shown).not.toContain(0);
  });

  test("has what was there at a time", () => {
    expect(look({ x: 0, y: 0, scale: 3.4 }, 50).shown).toContain(4);
  });

  test("opens a group step by step while it is in view", () => {
    const map = sampleMap(items);
    const all = standing(map);
    const frontier = emptyFrontier(map.items);
    findFrontier(all, eyeOf({ x: 0, y: 0, scale: 1 }, view), view, frontier, 0.25);
    findFrontier(all, eyeOf({ x: 0, y: 0, scale: 3.4 }, view), view, frontier, 0.25);
    expect(frontier.open[0]).toBeGreaterThan(0);
    expect(frontier.open[0]).toBeLessThan(0.5);
    expect(frontier.changing).toBe(true);
    for (let k = 0; k < 4; k++) findFrontier(all, eyeOf({ x: 0, y: 0, scale: 3.4 }, view), view, frontier, 0.25);
    expect(frontier.open[0]).toBe(1);
    expect(frontier.changing).toBe(false);
  });

  test("is bounded, however much there is, and the important stays", () => {
    const many: SampleItem[] = Array.from({ length: 60_000 }, (_, k) => ({ x: k % 250, y: Math.floor(k / 250), radius: 0.4, count: k === 31_234 ? 50 : 1 }));
    const { shown } = look({ x: 125, y: 120, scale: 2.5 }, Infinity, many);
    expect(shown.length).toBeLessThan(12_000);
    expect(shown.length).toBeGreaterThan(2_000);
    const near = look({ x: 31_234 % 250, y: Math.floor(31_234 / 250), scale: 40 }, Infinity, many).shown;
    expect(near).toContain(31_234);
    expect(near.length).toBeGreaterThan(350);
  });

  test("does not open what would be dust", () => {
    expect(opens(200, 0.5, 800)).toBe(false);
    expect(opens(200, 6, 800)).toBe(true);
    expect(opens(340, 0.5, 800)).toBe(true);
    expect(opens(40, 20, 800)).toBe(false);
    expect(opens(100, 20, 800)).toBe(true);
    expect(opens(100, 6, 800)).toBe(false);
  });
});

describe("picking", () => {
  test("finds the innermost thing under the pointer, with grace for small ones", () => {
    const { frontier } = look({ x: 0, y: 0, scale: 3.4 });
    expect(pick(frontier, 400 - 80 * 3.4, 400, 4, 3)).toBe(2);
    expect(pick(frontier, 400 - 60 * 3.4, 400 + 169, 4, 3)).toBe(0);
    expect(pick(frontier, 400 - 60 * 3.4, 400 + 120, 4, 3)).toBe(-1);
    expect(pick(frontier, 5, 5, 4, 3)).toBe(-1);
  });
});

describe("gathered edges", () => {
  const gathered = (scale: number, time = Infinity): [number, number, number][] => {
    const map = sampleMap(items, edges);
    const forest = plantForest(map);
    const presence = presenceAt(map, forest, time);
    const frontier = findFrontier(standing(map, time), eyeOf({ x: 0, y: 0, scale }, view), view, emptyFrontier(map.items));
    const standIn = standIns(map, presence, frontier, new Int32Array(map.items));
    const gathering = new Gathering(map, forest, presence, frontier, standIn);
    // Two at a time: the steps must not matter.
    while (!gathering.step(2));
    const found = gathering.result(100);
    return Array.from({ length: found.size }, (_, k) => [found.a[k], found.b[k], found.weight[k]]);
  };

  test("are one between closed groups, as heavy as what it gathers, and none inside", () => {
    expect(gathered(1)).toEqual([[0, 1, 2]]);
  });

  test("count what was there at a time", () => {
    expect(gathered(1, 50)).toEqual([[0, 1, 3]]);
  });

  test("lead to the members of open groups", () => {
    expect(gathered(3.4)).toHaveLength(3);
    expect(gathered(3.4)).toContainEqual([2, 3, 1]);
  });

  test("of one thing tell both ways", () => {
    const map = sampleMap(items, edges);
    const forest = plantForest(map);
    const presence = presenceAt(map, forest, Infinity);
    const frontier = findFrontier(standing(map), eyeOf({ x: 0, y: 0, scale: 3.4 }, view), view, emptyFrontier(map.items));
    const standIn = standIns(map, presence, frontier, new Int32Array(map.items));
    const of2 = neighbourhood(map, presence, standIn, 2, 10);
    expect([...of2.other].sort()).toEqual([3, 5]);
    expect([...of2.outgoing]).toEqual([1, 1]);
    const ofLeft = neighbourhood(map, presence, standIn, 0, 10);
    expect([...ofLeft.other].sort()).toEqual([5, 6]);
    expect([...neighbourhood(map, presence, standIn, 5, 10).incoming]).toEqual([1]);
  });
});
