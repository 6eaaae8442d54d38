import { describe, expect, test } from "vitest";
import { eyeOf } from "./eye";
import { plantForest } from "./forest";
import { emptyFrontier, findFrontier, pick } from "./frontier";
import { boxOf, enclosed, isInside } from "./lasso";
import { sampleMap } from "./sampleMap";
import type { Viewport } from "./camera";

const view: Viewport = { width: 400, height: 400, left: 0, right: 0, top: 0, bottom: 0 };

function frontierOf(depth: number): ReturnType<typeof emptyFrontier> {
  const map = sampleMap([
    { x: -100, y: 0, radius: 20 },
    { x: 0, y: 0, radius: 30 },
    { x: 100, y: 0, radius: 10 },
    { x: 5, y: 0, radius: 12 },
  ]);
  const height = Float32Array.from([0, 60, 0, -60]);
  const standing = { map, forest: plantForest(map), there: new Uint8Array(4).fill(1), height, held: new Int8Array(4) };
  return findFrontier(standing, eyeOf({ x: 0, y: 0, scale: 1 }, view, { yaw: 0, pitch: 0, z: 0, depth }), view, emptyFrontier(4));
}

describe("a lasso", () => {
  test("holds what is inside, also of a hollow one", () => {
    const hollow = [0, 0, 100, 0, 100, 100, 50, 20, 0, 100];
    expect(isInside(hollow, 10, 50)).toBe(true);
    expect(isInside(hollow, 50, 60)).toBe(false);
    expect(isInside(hollow, 90, 50)).toBe(true);
    expect(isInside(hollow, 120, 50)).toBe(false);
    expect(isInside([], 0, 0)).toBe(false);
  });

  test("selects by the middles, the largest first", () => {
    expect(enclosed(frontierOf(0), boxOf(50, 150, 250, 250))).toEqual([1, 0, 3]);
    expect(enclosed(frontierOf(0), boxOf(350, 350, 290, 190))).toEqual([2]);
  });
});

describe("picking in depth", () => {
  test("finds the nearer of two, one before the other", () => {
    const frontier = frontierOf(1);
    expect(pick(frontier, 205, 200, 4, 3)).toBe(3);
    expect(pick(frontier, 205 + 20, 200, 2, 3)).toBe(1);
  });
});
