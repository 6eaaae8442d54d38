import { expect, test } from "vitest";
import { frameOf, size } from "./frame";

const camera = { x: 100, y: 50, scale: 0.5 };

test("what is seen is framed where it lies in the whole", () => {
  expect(frameOf({ minX: 80, minY: 30, maxX: 120, maxY: 70 }, camera)).toEqual({ left: size.width / 2 - 10, top: size.height / 2 - 10, width: 20, height: 20 });
});

test("of a view too small to be seen the place is shown", () => {
  const frame = frameOf({ minX: 200, minY: 50, maxX: 200.1, maxY: 50.1 }, camera);
  expect(frame.width).toBe(7);
  expect(frame.left + frame.width / 2).toBeCloseTo(size.width / 2 + 50, 1);
});
