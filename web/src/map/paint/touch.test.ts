import { describe, expect, test } from "vitest";
import { Ribbons } from "./list";
import { edgeAt } from "./touch";

const line = (x0: number, y0: number, x1: number, y1: number): { x0: number; y0: number; cx: number; cy: number; x1: number; y1: number; length: number } => ({ x0, y0, cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, x1, y1, length: Math.hypot(x1 - x0, y1 - y0) });

describe("the edge at a point", () => {
  test("is the one whose line is within the grace of it, and none beyond", () => {
    const ribbons = new Ribbons();
    ribbons.put(line(0, 0, 100, 0), 2, 0, 1, 0, 3, 8);
    expect(edgeAt(ribbons, 50, 4, 4)).toEqual({ from: 3, to: 8, directed: false });
    expect(edgeAt(ribbons, 50, 9, 4)).toBeNull();
    expect(edgeAt(ribbons, 110, 0, 4)).toBeNull();
  });

  test("follows the bend of its curve", () => {
    const ribbons = new Ribbons();
    ribbons.put({ x0: 0, y0: 0, cx: 50, cy: 100, x1: 100, y1: 0, length: 150 }, 2, 0, 1, 0, 1, 2);
    expect(edgeAt(ribbons, 50, 50, 3)).not.toBeNull();
    expect(edgeAt(ribbons, 50, 100, 3)).toBeNull();
    expect(edgeAt(ribbons, 50, 0, 3)).toBeNull();
  });

  test("is rather one that is shown in full, with its arrow, than one that is gathered", () => {
    const ribbons = new Ribbons();
    ribbons.put(line(0, 0, 100, 0), 2, 0, 1, 0, 1, 2);
    ribbons.put(line(0, 3, 100, 3), 2, 0, 1, 8, 5, 6);
    expect(edgeAt(ribbons, 50, 0, 4)).toEqual({ from: 5, to: 6, directed: true });
  });

  test("is the nearest of several, and never what only points out another", () => {
    const ribbons = new Ribbons();
    for (let k = 0; k < 2000; k++) ribbons.put(line(0, k * 6, 100, k * 6), 1, 0, 1, 0, k, k + 1);
    ribbons.put(line(0, 61, 100, 61), 9, 0, 1);
    expect(edgeAt(ribbons, 20, 61, 4)).toEqual({ from: 10, to: 11, directed: false });
  });
});
