import { describe, expect, test } from "vitest";
import { toScreenX, toScreenY, type Viewport } from "./camera";
import { clearness, eyeOf, isWithin, project, shifted, zoomedAt, type Projected, type Turn } from "./eye";
import { Orbit } from "./orbit";

const view: Viewport = { width: 900, height: 700, left: 100, right: 0, top: 40, bottom: 0 };
const camera = { x: 12, y: -7, scale: 3 };
const deep: Turn = { yaw: 0.6, pitch: -0.4, z: 5, depth: 1 };

function at(eye: ReturnType<typeof eyeOf>, x: number, y: number, z: number): Projected {
  return { ...project(eye, x, y, z, { x: 0, y: 0, scale: 0, far: 0 }) };
}

describe("the eye", () => {
  test("sees the flat map as the flat camera does, whatever the heights", () => {
    const p = at(eyeOf(camera, view), 40, 25, 99);
    expect(p).toEqual({ x: toScreenX(camera, view, 40), y: toScreenY(camera, view, 25), scale: 3, far: 1 });
  });

  test("has what it looks at in the middle, at the camera's scale, from every side", () => {
    for (const yaw of [-2, 0, 1, 3]) {
      const p = at(eyeOf(camera, view, { ...deep, yaw }), 12, -7, 5);
      expect(p.x).toBeCloseTo(500);
      expect(p.y).toBeCloseTo(370);
      expect(p.scale).toBeCloseTo(3);
    }
  });

  test("sees what is farther smaller, and nothing behind itself", () => {
    const eye = eyeOf(camera, view, { ...deep, yaw: 0, pitch: 0 });
    expect(at(eye, 12, -7, 25).scale).toBeLessThan(3);
    expect(at(eye, 12, -7, -25).scale).toBeGreaterThan(3);
    expect(at(eye, 12, -7, -5000).far).toBeLessThan(0);
    expect(clearness(at(eye, 12, -7, -5000).far)).toBe(0);
    expect(clearness(1)).toBe(1);
    expect(clearness(4)).toBeLessThan(clearness(2));
  });

  test("keeps the point under the cursor while it zooms, flat and deep", () => {
    for (const turn of [{ ...deep, depth: 0 }, deep]) {
      const eye = eyeOf(camera, view, turn);
      const to = zoomedAt(eye, 640, 200, 1.7);
      const moved = shifted(eye, -(640 - eye.middleX), -(200 - eye.middleY));
      const after = eyeOf(to.camera, view, { ...turn, z: turn.depth > 0 ? to.z : turn.z });
      const p = at(after, moved.x, moved.y, moved.z);
      expect(p.x).toBeCloseTo(640);
      expect(p.y).toBeCloseTo(200);
    }
  });

  test("knows when it is within a sphere", () => {
    const eye = eyeOf(camera, view, deep);
    expect(isWithin(eye, 12, -7, 5, 1)).toBe(false);
    expect(isWithin(eye, 12, -7, 5, 5000)).toBe(true);
    expect(isWithin(eyeOf(camera, view), 12, -7, 5, 5000)).toBe(false);
  });
});

describe("the orbit", () => {
  test("goes to depth and back in a while, at once where less motion is wanted", () => {
    const orbit = new Orbit();
    orbit.go(true, 0);
    orbit.advance(450, 1);
    expect(orbit.turn.depth).toBeCloseTo(0.5);
    orbit.advance(1000, 1);
    expect(orbit.turn.depth).toBe(1);
    expect(orbit.moving).toBe(false);
    orbit.calm = true;
    orbit.go(false, 1000);
    expect(orbit.turn.depth).toBe(0);
  });

  test("never looks from right above or below", () => {
    const orbit = new Orbit();
    orbit.drag(0, 99_999);
    expect(orbit.turn.pitch).toBeLessThan(Math.PI / 2);
    orbit.drag(0, -99_999);
    expect(orbit.turn.pitch).toBeGreaterThan(-Math.PI / 2);
  });
});
