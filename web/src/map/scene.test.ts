import { describe, expect, test } from "vitest";
import { plainArrangement } from "./arrangement";
import { sampleId, sampleMap } from "./sampleMap";
import { Scene } from "./scene";

const day = 86_400_000;

function scene(): Scene {
  return new Scene(
    sampleMap(
      [
        { name: "left", kind: 1, x: -60, radius: 50, count: 3 },
        { name: "right", kind: 1, x: 60, radius: 50, count: 2 },
        { parent: 0, x: -80, radius: 8, type: "Class", from: 1 * day },
        { parent: 0, x: -60, radius: 8, type: "Class", from: 2 * day },
        { parent: 0, x: -40, radius: 8, type: "File", from: 3 * day },
        { parent: 1, x: 40, radius: 8, type: "Class", from: 4 * day },
        { parent: 1, x: 60, radius: 8, type: "File", from: 4 * day },
      ],
      [
        { from: 2, to: 5 },
        { from: 2, to: 3 },
      ],
    ),
    Infinity,
  );
}

describe("a map arranged by hand", () => {
  test("leaves out what is hidden, with all inside, and counts without it", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, hidden: [sampleId(1), sampleId(4)] });
    expect([...s.there]).toEqual([1, 0, 1, 1, 0, 0, 0]);
    expect(s.presence.count[0]).toBe(2);
    expect(s.presence.edgeCount).toBe(1);
    s.arrange(plainArrangement);
    expect([...s.there]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  test("shows a neighbourhood alone, with the groups around it open", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, only: [sampleId(5)] });
    expect([...s.there]).toEqual([1, 1, 1, 1, 0, 1, 0]);
    expect([...s.held.subarray(0, 2)]).toEqual([1, 1]);
    expect(s.narrowed).toBe(true);
  });

  test("holds groups open and closed", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, held: { [sampleId(0)]: "open", [sampleId(1)]: "closed" } });
    expect([...s.held.subarray(0, 2)]).toEqual([1, -1]);
  });

  test("moves a group with all inside, and puts it back", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, moved: { [sampleId(0)]: [0, 100] } });
    expect([s.map.x[0], s.map.y[0], s.map.x[2], s.map.y[2]]).toEqual([0, 100, -20, 100]);
    s.arrange(plainArrangement);
    expect([s.map.x[0], s.map.y[0], s.map.x[2], s.map.y[2]]).toEqual([-60, 0, -80, 0]);
  });

  test("widens a group's reach to what was moved out of it", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, moved: { [sampleId(2)]: [-60, 300] } });
    expect(s.forest.reach[0]).toBeGreaterThanOrEqual(308);
  });

  test("has colours that tell groups or ages, each with its legend", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, colourBy: "group" });
    expect(s.typeCounts()).toEqual([
      { type: "left", count: 3, colour: 0 },
      { type: "right", count: 2, colour: 1 },
    ]);
    expect(s.colour[2]).not.toBe(s.colour[5]);
    s.arrange({ ...plainArrangement, colourBy: "age" });
    expect(s.typeCounts().map((t) => t.type)).toEqual(["since 1970-01-02", "since 1970-01-03", "since 1970-01-04", "since 1970-01-05"]);
    expect(s.typeCounts().map((t) => t.count)).toEqual([1, 1, 1, 2]);
    expect(s.colour[2]).toBeLessThan(s.colour[5]);
  });

  test("has nodes sized by their edges", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, sizeBy: "edges" });
    expect(s.sizes[2]).toBeGreaterThan(s.sizes[3]);
    expect(s.sizes[3]).toBeGreaterThan(s.sizes[6]);
  });
});
