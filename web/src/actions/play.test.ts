import { expect, it } from "vitest";
import { playedTo } from "./play";

it("playing goes through the whole past in the time of its speed, or in whole steps", () => {
  const range = { start: 1000, end: 2000, speed: 2 };
  expect(playedTo(1000, 12_000, range, null)).toBe(2000);
  expect(playedTo(1500, 3_000, range, null)).toBe(1750);
  expect(playedTo(1000, 3_100, range, 4)).toBe(1250);
});
