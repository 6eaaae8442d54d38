import { expect, test } from "vitest";
import type { Statement } from "../../api/contract";
import { alike } from "./alike";

const says = (label: string, value: string, shown = false): Statement => ({ value, source: { id: label, label }, position: 1, shown });

test("who states one value stands on one side, what is shown first", () => {
  const sides = alike([says("git", "a.md"), says("folder", "a.md"), says("you", "A", true), { ...says("notes", ""), value: null, denied: true }]);
  expect(sides.map((side) => side.map((s) => s.source.label))).toEqual([["you"], ["git", "folder"], ["notes"]]);
});
