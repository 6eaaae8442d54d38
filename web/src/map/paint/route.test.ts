import { describe, expect, test } from "vitest";
import { decodeMap } from "../decode";
import { plantForest } from "../forest";
import { encodeSample } from "../sampleMap";
import { Ribbons } from "./list";
import { detour, Route } from "./route";

/** Two groups of two, one within another, and a loner: 0 [1 [2, 3], 4 [5, 6]], 7. */
function twoGroups(): ReturnType<typeof decodeMap> {
  const group = { kind: 1, radius: 10 };
  return decodeMap(
    encodeSample([
      { ...group, radius: 40 },
      { ...group, parent: 0, x: -20 },
      { parent: 1, x: -24 },
      { parent: 1, x: -16 },
      { ...group, parent: 0, x: 20 },
      { parent: 4, x: 16 },
      { parent: 4, x: 24 },
      { x: 90 },
    ]),
  );
}

describe("detour", () => {
  const map = twoGroups();
  const forest = plantForest(map);
  test("leads by the groups around both ends, but for the common one", () => expect(detour(map, forest, 2, 6)).toEqual({ groups: [1, 4], common: 0, turn: 1 }));
  test("of siblings leads by none", () => expect(detour(map, forest, 2, 3)).toEqual({ groups: [], common: 1, turn: 0 }));
  test("leads out of nested groups to what is in none", () => expect(detour(map, forest, 2, 7)).toEqual({ groups: [1, 0], common: -1, turn: 2 }));
});

describe("a route", () => {
  const stop = (x: number, y: number, r = 4): { x: number; y: number; r: number } => ({ x, y, r });
  test("without stops is one straight piece from rim to rim", () => {
    const [route, ribbons] = [new Route(), new Ribbons()];
    expect(route.lay(stop(0, 0), stop(100, 0), [])).toBe(true);
    route.put(ribbons, 1, 0, 1);
    expect(ribbons.size).toBe(1);
    expect([...ribbons.start.subarray(0, 4)]).toEqual([5, 0, 50, 0]);
    expect([...ribbons.end.subarray(0, 2)]).toEqual([95, 0]);
  });
  test("bends towards its stops, and its pieces join", () => {
    const [route, ribbons] = [new Route(), new Ribbons()];
    expect(route.lay(stop(0, 0), stop(300, 0), [stop(80, 60), stop(220, 60)])).toBe(true);
    route.put(ribbons, 1, 0, 1);
    expect(ribbons.size).toBe(2);
    expect([ribbons.start[4], ribbons.start[5]]).toEqual([ribbons.end[0], ribbons.end[1]]);
    expect(ribbons.start[3]).toBeGreaterThan(30);
  });
  test("stays near where its ends are near", () => {
    const [route, ribbons] = [new Route(), new Ribbons()];
    expect(route.lay(stop(0, 0), stop(40, 0), [stop(10, 900)])).toBe(true);
    route.put(ribbons, 1, 0, 1);
    expect(ribbons.start[3]).toBeLessThan(20);
  });
  test("is none where two touch", () => expect(new Route().lay(stop(0, 0), stop(8, 0), [])).toBe(false));
});
