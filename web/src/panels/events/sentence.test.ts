import { expect, test } from "vitest";
import type { EventRecord } from "../../api/contract";
import { sentence } from "./sentence";

const event = (type: string, data: EventRecord["data"]): EventRecord => ({ position: 1, type, version: 1, subject: "", entity: "e", recordedAt: "", effectiveAt: "", data });

test("an edge is told by its ends, its relation for the verb", () => {
  const made = event("graph.nodes-connected", { from: "a", to: "b", type: "changes" });
  expect(sentence(made, { entity: null, from: "Mend it", to: "README.md" })).toBe("Mend it changes README.md");
  expect(sentence(made, { entity: null, from: null, to: "README.md" })).toBe("a node changes README.md");
  expect(sentence(made, { entity: null })).toBe("Two nodes connected · changes");
});

test("what was decided of a type names it", () => {
  expect(sentence(event("ontology.type-proposed", { term: "Ferry" }), { entity: null })).toBe("Type Ferry proposed");
  expect(sentence(event("ontology.term-described", { term: "sails", relation: true }), { entity: null })).toBe("Relation sails described");
  expect(sentence(event("ontology.property-constrained", { term: "Ferry", property: "length" }), { entity: null })).toBe("Type Ferry constrained");
});

test("other events are told by the name of what they are about, else by what they are", () => {
  expect(sentence(event("graph.node-retired", {}), { entity: "Ferry" })).toBe("Ferry: node retired");
  expect(sentence(event("sources.import-applied", {}), { entity: null })).toBe("Import applied");
});
