import { expect, test } from "vitest";
import { patterns, typed } from "./excludes";

test("patterns are parted by commas", () => {
  expect(patterns(" node_modules, *.csv ,, private/ ")).toEqual(["node_modules", "*.csv", "private/"]);
  expect(patterns("  ")).toEqual([]);
});

test("a pattern may hold a comma", () => {
  const excludes = ["a,b", "c d", "!e"];
  expect(patterns(typed(excludes))).toEqual(excludes);
});
