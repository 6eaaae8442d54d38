import { describe, expect, it } from "vitest";
import type { NodeDetail, Statement, Value } from "../../api/contract";
import { mergedOf } from "./merged";

const says = (value: Value, source: string, position: number, person = false): Statement => ({ value, source: { id: source, label: source, person }, position, shown: true });
const node = (name: string, statements: Record<string, Statement[]>, more: Partial<NodeDetail> = {}): NodeDetail => ({
  id: name,
  name,
  types: [],
  isGroup: false,
  mergedFrom: [],
  nameStatements: [says(name, "git", 1)],
  sources: [],
  neighborCounts: {},
  properties: Object.entries(statements).map(([key, all]) => ({ key, value: all[0].value, source: all[0].source, position: all[0].position, disagreement: false, statements: all })),
  ...more,
});
const trust = (source: string): number => (source === "git" ? 80 : 50);

describe("a merge", () => {
  it("shows what a person says, the latest; else the most trusted source; else the latest", () => {
    const one = node("a", { owner: [says("git's", "git", 9)], lines: [says(1, "folder", 5)], note: [says("old", "ann", 3, true)] });
    const other = node("b", { owner: [says("folder's", "folder", 12)], lines: [says(2, "folder", 7)], note: [says("new", "bob", 4, true)] });
    const { fields } = mergedOf([one, other], trust);
    const shown = Object.fromEntries(fields.map((f) => [f.key, f.statements[0].value]));
    expect(shown).toMatchObject({ owner: "git's", lines: 2, note: "new" });
  });

  it("tells where statements disagree, those first", () => {
    const one = node("a", { alike: [says(1, "git", 1)], zebra: [says(1, "git", 1)] });
    const other = node("b", { alike: [says(1, "folder", 2)], zebra: [says(2, "folder", 2)] });
    expect(mergedOf([one, other], trust).fields.map((f) => [f.key, f.disagreement])).toEqual([["name", true], ["zebra", true], ["alike", false]]);
  });

  it("has the types and edges of all", () => {
    const merged = mergedOf([node("a", {}, { types: ["X"], neighborCounts: { "calls →": 2 } }), node("b", {}, { types: ["X", "Y"], neighborCounts: { "← calls": 3 } })], trust);
    expect(merged.types).toEqual(["X", "Y"]);
    expect(merged.edges).toBe(5);
  });
});
