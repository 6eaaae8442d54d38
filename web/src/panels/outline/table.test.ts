import { describe, expect, it } from "vitest";
import type { Row, Value } from "../../api/contract";
import { asCsv, asTsv, countText, filtered, ordered, treeOf } from "./table";

const row = (name: string, type: string, more: { neighbors?: number; changedAt?: string; properties?: Record<string, Value>; group?: string } = {}): Row => ({
  node: { id: name, name, types: type === "" ? [] : [type], ...(more.group ? { group: { id: more.group, name: more.group } } : {}) },
  neighbors: more.neighbors ?? 0,
  changedAt: more.changedAt ?? "2026-01-01T00:00:00Z",
  properties: more.properties ?? {},
});
const names = (rows: readonly Row[]): string[] => rows.map((r) => r.node.name);

describe("the table", () => {
  const rows = [
    row("file10", "File", { neighbors: 3, properties: { lines: 20 } }),
    row("file9", "File", { neighbors: 1, properties: { lines: 100, due: { $date: "2026-03-01" } } }),
    row("Ada", "Person", { neighbors: 2, changedAt: "2026-05-01T00:00:00Z", properties: { due: { $date: "2025-03-01" } } }),
  ];

  it("sorts numbers in names as numbers, and what has no value last", () => {
    expect(names(ordered(rows, { by: "name", descending: false }))).toEqual(["Ada", "file9", "file10"]);
    expect(names(ordered(rows, { by: ".lines", descending: false }))).toEqual(["file10", "file9", "Ada"]);
    expect(names(ordered(rows, { by: ".lines", descending: true }))).toEqual(["file9", "file10", "Ada"]);
    expect(names(ordered(rows, { by: ".due", descending: false }))).toEqual(["Ada", "file9", "file10"]);
    expect(names(ordered(rows, { by: "neighbors", descending: true }))).toEqual(["file10", "Ada", "file9"]);
    expect(names(ordered(rows, { by: "changed", descending: true }))).toEqual(["Ada", "file10", "file9"]);
  });

  it("is filtered by type and text", () => {
    expect(names(filtered(rows, { types: ["File"], text: "10" }))).toEqual(["file10"]);
    expect(names(filtered(rows, { types: [], text: "ADA" }))).toEqual(["Ada"]);
  });

  it("counts groups for themselves, as the map does", () => {
    const group: Row = { ...row("src", "Folder"), node: { id: "src", name: "src", types: ["Folder"], isGroup: true } };
    expect(countText(rows, rows)).toBe("3 things");
    expect(countText([...rows, group], [...rows, group])).toBe("3 things and 1 group");
    expect(countText([rows[0]], [...rows, group])).toBe("1 of 3 things and 0 of 1 group");
    expect(countText([], [])).toBe("0 things");
  });

  it("is copied with tabs and exported as CSV", () => {
    const odd = row('a "b", c\nd', "T", { properties: { note: "x\ty" } });
    expect(asTsv([odd], ["name", ".note"])).toBe('Name\tnote\na "b", c d\tx y');
    expect(asCsv([odd], ["name", "type"])).toBe('id,Name,Type\r\n"a ""b"", c\nd","a ""b"", c\nd",T\r\n');
  });

  it("sorts a hundred thousand rows", () => {
    const many = Array.from({ length: 100_000 }, (_, k) => row(`thing ${(k * 7919) % 100_000}`, "T"));
    const sorted = ordered(many, { by: "name", descending: false });
    expect(sorted[0].node.name).toBe("thing 0");
    expect(sorted[99_999].node.name).toBe("thing 99999");
  });

  it("as a tree keeps the groups around what is found", () => {
    const all = [row("top", "Folder"), row("sub", "Folder", { group: "top" }), row("leaf", "File", { group: "sub" }), row("other", "File", { group: "top" }), row("loose", "File")];
    expect(treeOf(all, [all[2], all[4]]).map((t) => [t.name, t.level, t.hit])).toEqual([["loose", 0, true], ["top / sub", 0, false], ["leaf", 1, true]]);
    expect(treeOf(all, [all[2], all[3]]).map((t) => [t.name, t.level])).toEqual([["top", 0], ["other", 1], ["sub", 1], ["leaf", 2]]);
  });
});
