import { describe, expect, test } from "vitest";
import { fit, flight, toScreenX, toScreenY, toWorld, visibleBox, zoomAt, type Viewport } from "./camera";

const view: Viewport = { width: 1000, height: 600, left: 100, right: 300, top: 40, bottom: 0 };

describe("a camera", () => {
  test("shows the same point where it was found", () => {
    const camera = { x: 12, y: -7, scale: 3 };
    const world = toWorld(camera, view, 321, 45);
    expect(toScreenX(camera, view, world.x)).toBeCloseTo(321);
    expect(toScreenY(camera, view, world.y)).toBeCloseTo(45);
  });

  test("keeps the point under the pointer while it zooms", () => {
    const before = { x: 5, y: 5, scale: 2 };
    const under = toWorld(before, view, 700, 100);
    const after = zoomAt(before, view, 700, 100, 1.7);
    expect(after.scale).toBeCloseTo(3.4);
    expect(toWorld(after, view, 700, 100).x).toBeCloseTo(under.x);
    expect(toWorld(after, view, 700, 100).y).toBeCloseTo(under.y);
  });

  test("fits a box into what no panel covers", () => {
    const camera = fit({ minX: -50, maxX: 50, minY: -10, maxY: 10 }, view, 20);
    expect(toScreenX(camera, view, -50)).toBeCloseTo(120);
    expect(toScreenX(camera, view, 50)).toBeCloseTo(680);
    expect(toScreenY(camera, view, 0)).toBeCloseTo(320);
  });

  test("fits a point without leaving all bounds", () => {
    expect(fit({ minX: 3, maxX: 3, minY: 3, maxY: 3 }, view).scale).toBeLessThanOrEqual(60);
  });

  test("sees a little more when asked to", () => {
    const exact = visibleBox({ x: 0, y: 0, scale: 1 }, view);
    const grown = visibleBox({ x: 0, y: 0, scale: 1 }, view, 0.5);
    expect(exact.maxX - exact.minX).toBeCloseTo(1000);
    expect(grown.maxX - grown.minX).toBeCloseTo(2000);
  });
});

describe("a flight", () => {
  test("begins here and ends there", () => {
    const from = { x: 0, y: 0, scale: 1 };
    const to = { x: 5000, y: 300, scale: 4 };
    const way = flight(from, to, 1000);
    expect(way.at(0).x).toBeCloseTo(0);
    expect(way.at(0).scale).toBeCloseTo(1);
    expect(way.at(1)).toEqual(to);
    expect(way.at(0.999).x).toBeCloseTo(5000, -2);
    expect(way.durationMs).toBeGreaterThan(200);
  });

  test("zooms out over a long way, so that one sees where one goes", () => {
    const way = flight({ x: 0, y: 0, scale: 1 }, { x: 20_000, y: 0, scale: 1 }, 1000);
    expect(way.at(0.5).scale).toBeLessThan(0.3);
  });

  test("only zooms when the place is the same", () => {
    const way = flight({ x: 1, y: 1, scale: 1 }, { x: 1, y: 1, scale: 8 }, 1000);
    expect(way.at(0.5).x).toBeCloseTo(1);
    expect(way.at(0.5).scale).toBeCloseTo(Math.sqrt(8));
  });
});
