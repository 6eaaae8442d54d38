import { describe, expect, test } from "vitest";
import { sampleMap, type SampleItem } from "../sampleMap";
import { lift, liftApart, partOf, room } from "./lift";

const items: SampleItem[] = [
  { kind: 1, x: 0, y: 0, radius: 100 },
  { kind: 1, x: 40, y: 0, radius: 40, parent: 0 },
  ...Array.from({ length: 40 }, (_, k): SampleItem => ({ x: 40 + 4 * (k % 6) - 10, y: 4 * Math.floor(k / 6) - 12, radius: 1.5, parent: 1 })),
  { x: -60, y: 0, radius: 4, parent: 0 },
];
const map = sampleMap(items);

/** How far a thing reaches beyond the sphere of its group; at most 0 when it is inside. */
function beyond(height: Float32Array, i: number): number {
  const p = map.parent[i];
  return Math.hypot(map.x[i] - map.x[p], map.y[i] - map.y[p], height[i] - height[p]) + map.radius[i] - map.radius[p];
}

describe("heights", () => {
  test("keep everything inside the sphere of its group", () => {
    for (const height of [lift(map), liftApart(map)]) {
      for (let i = 1; i < map.items; i++) expect(beyond(height, i)).toBeLessThan(1e-3);
    }
  });

  test("are the same for the same ids, and differ between things", () => {
    expect([...lift(map)]).toEqual([...lift(map)]);
    expect([...liftApart(map)]).toEqual([...liftApart(map)]);
    expect(new Set(Array.from({ length: map.items }, (_, i) => partOf(map.ids, i))).size).toBe(map.items);
  });

  test("are apart after the layout worker's work: nearest neighbours are farther away", () => {
    const nearest = (height: Float32Array): number => {
      let sum = 0;
      for (let i = 2; i < 42; i++) {
        let best = Infinity;
        for (let j = 2; j < 42; j++) if (j !== i) best = Math.min(best, Math.hypot(map.x[i] - map.x[j], map.y[i] - map.y[j], height[i] - height[j]));
        sum += best;
      }
      return sum;
    };
    expect(nearest(liftApart(map))).toBeGreaterThan(nearest(lift(map)) * 1.05);
  });

  test("have no room where a thing touches the rim or sticks out", () => {
    expect(room(10, 8, 2)).toBe(0);
    expect(room(10, 12, 2)).toBe(0);
    expect(room(10, 0, 2)).toBe(8);
  });
});
