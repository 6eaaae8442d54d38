import { expect, it } from "vitest";
import type { EventRecord } from "../../api/contract";
import { beforeAfter } from "./beforeAfter";

const event = (type: string, data: EventRecord["data"]): EventRecord => ({ position: 1, type, version: 1, subject: "", entity: "", recordedAt: "", effectiveAt: "", data });

it("an event tells what was before, and what is since", () => {
  expect(beforeAfter(event("graph.node-renamed", { name: "New", previous: "Old" }))).toEqual([{ what: "name", before: "Old", after: "New" }]);
  expect(beforeAfter(event("graph.node-described", { changes: [{ key: "age", value: 36 }, { key: "city", value: null, denied: true, previous: "Paris" }] }))).toEqual([
    { what: "age", before: null, after: "36" },
    { what: "city", before: "Paris", after: "none" },
  ]);
  expect(beforeAfter(event("sources.source-trusted", { source: "x", trust: 81, previous: 50 }))).toEqual([{ what: "trust", before: "50", after: "81" }]);
  expect(beforeAfter(event("graph.node-added", { node: "0wd6aws6f72x93ymgy56ewkk26", source: "s", name: "Ada", types: ["Person"], properties: { born: 1815 } }))).toEqual([
    { what: "name", before: null, after: "Ada" },
    { what: "types", before: null, after: "Person" },
    { what: "born", before: null, after: "1815" },
  ]);
});
