import { describe, expect, test } from "vitest";
import { neighbourhood } from "./bundles";
import { sampleId, sampleMap } from "./sampleMap";
import { Scene } from "./scene";
import { edgesBetween, hintOf, outward } from "./ties";

/** 0 [1, 2], 3 [4, 5], 6 in none; 3 is a class that holds its methods and is tied itself. */
function scene(): Scene {
  const group = { kind: 1, radius: 20, type: "Folder" };
  return new Scene(
    sampleMap(
      [{ ...group, name: "left", count: 2 }, { parent: 0, name: "a" }, { parent: 0, name: "b" }, { name: "Ledger", type: "Class", radius: 20, count: 3 }, { parent: 3, name: "post" }, { parent: 3, name: "undo" }, { name: "loner" }],
      [
        { from: 1, to: 4, type: "calls" },
        { from: 1, to: 4, type: "calls" },
        { from: 2, to: 5, type: "calls" },
        { from: 4, to: 1, type: "tells" },
        { from: 4, to: 3, type: "belongs" },
        { from: 4, to: 5, type: "calls" },
        { from: 6, to: 1, type: "calls", until: 9 },
      ],
    ),
    Infinity,
  );
}

describe("edges between two things", () => {
  test("are counted by type and direction, with those of what is in them", () => {
    const { tallies, total, listed, edges } = edgesBetween(scene(), 0, 3, 10);
    expect(tallies).toEqual([
      { type: "calls", there: 3, back: 0 },
      { type: "tells", there: 0, back: 1 },
    ]);
    expect([total, listed]).toEqual([4, 3]);
    expect(edges.map((e) => `${e.from.name} ${e.type} ${e.to.name}`)).toEqual(["a calls post", "b calls undo", "post tells a"]);
    expect(edges[0].to).toEqual({ id: sampleId(4), name: "post", edges: 5 });
  });

  test("are listed up to a limit, and counted beyond it", () => {
    const { edges, listed } = edgesBetween(scene(), 0, 3, 1);
    expect([edges.length, listed]).toEqual([1, 3]);
  });

  test("of a thing and the one that it is in are those to the outer itself", () => {
    expect(edgesBetween(scene(), 4, 3, 10).edges.map((e) => e.type)).toEqual(["belongs"]);
  });

  test("are those of the time shown", () => {
    const s = scene();
    expect(edgesBetween(s, 6, 1, 10).total).toBe(0);
    s.travel(5);
    expect(edgesBetween(s, 6, 1, 10).total).toBe(1);
  });

  test("are told under the pointer, of a line with an arrow in its direction only", () => {
    const hint = hintOf(scene(), { from: 1, to: 4, directed: true }, 7, 9);
    expect(hint).toMatchObject({ total: 2, types: 1, tallies: [{ type: "calls", there: 2, back: 0 }], x: 7, y: 9 });
    expect([hint.from.name, hint.to.name]).toEqual(["a", "post"]);
    expect(hintOf(scene(), { from: 1, to: 4, directed: false }, 0, 0).total).toBe(3);
  });
});

describe("what is in a group", () => {
  test("is tied to what is beside the group, by type and direction", () => {
    const ties = outward(scene(), 0, 9);
    expect(ties.map((t) => [t.other.name, t.total])).toEqual([["Ledger", 4]]);
    expect(ties[0].tallies).toEqual([
      { type: "calls", there: 3, back: 0 },
      { type: "tells", there: 0, back: 1 },
    ]);
  });

  test("is not tied by what is between its members, or leads to the group itself", () => {
    expect(outward(scene(), 3, 9).map((t) => [t.other.name, t.total])).toEqual([["left", 4]]);
    const s = scene();
    s.travel(5);
    expect(outward(s, 0, 9).map((t) => t.other.name)).toEqual(["Ledger", "loner"]);
    expect(outward(s, 0, 1)).toHaveLength(1);
  });
});

test("two that are called alike are told with the groups by which they differ", () => {
  const group = { kind: 1, radius: 9 };
  const s = new Scene(sampleMap([{ ...group, name: "all" }, { ...group, name: "kernel", parent: 0 }, { ...group, name: "src", parent: 1 }, { name: "main", parent: 2 }, { ...group, name: "graph", parent: 0 }, { name: "main", parent: 4 }], [{ from: 3, to: 5 }]), Infinity);
  const { from, to } = edgesBetween(s, 3, 5, 1);
  expect([from.name, to.name]).toEqual(["kernel … main", "graph / main"]);
});

test("edges around a thing are named by their type and number, each direction by itself", () => {
  const s = scene();
  s.standIn.set([0, 1, 2, 3, 4, 5, 6]);
  const { other, outgoingName, incomingName } = neighbourhood(s.map, s.presence, s.standIn, 4, 10);
  const at = (item: number): [string, string] => [outgoingName[other.indexOf(item)], incomingName[other.indexOf(item)]];
  expect(at(1)).toEqual(["tells", "calls ×2"]);
  expect(at(3)).toEqual(["belongs", ""]);
});
