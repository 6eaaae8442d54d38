import { expect, it } from "vitest";
import type { EventRecord } from "../../api/contract";
import { groupDoings, summary } from "./groups";

const event = (position: number, type: string, more: Partial<EventRecord> = {}): EventRecord => ({ position, type, version: 1, subject: "", entity: "e", recordedAt: "", effectiveAt: "", actor: "ada", command: "graph.x", data: {}, ...more });

it("what happened is grouped by who did it, and by the source that brought it", () => {
  const groups = groupDoings([event(9, "graph.node-renamed"), event(8, "graph.node-added", { command: "sources.state-batch", data: { source: "git" } }), event(7, "graph.node-renamed"), event(6, "graph.node-added", { actor: "bob" })]);
  expect(groups.map((g) => `${g.kind} ${g.who} ${g.events.map((e) => e.position).join("+")}`)).toEqual(["person ada 9+7", "source git 8", "person bob 6"]);
  expect(groups[0].counts).toEqual([{ type: "graph.node-renamed", count: 2 }]);
});

it("a type that an import brought is of its source, and not of the person who began the import", () => {
  const batch = { command: "sources.state-batch", commandPosition: 7 };
  const groups = groupDoings([event(9, "ontology.type-proposed"), event(8, "graph.node-added", { ...batch, data: { source: "git" } }), event(7, "ontology.type-proposed", batch)]);
  expect(groups.map((g) => `${g.kind} ${g.who} ${g.events.map((e) => e.position).join("+")}`)).toEqual(["person ada 9", "source git 8+7"]);
});

it("what happened is said in one sentence", () => {
  expect(summary([{ type: "graph.node-added", count: 12 }, { type: "graph.node-renamed", count: 1 }])).toBe("added 12 nodes and renamed a node");
  expect(summary([{ type: "ontology.type-proposed", count: 3 }])).toBe("proposed 3 types");
  expect(summary(["a.a", "a.b", "a.c", "a.d", "a.e"].map((type) => ({ type, count: 1 })))).toBe("a, b, c, d and did 1 other thing");
  expect(summary([])).toBe("");
});
