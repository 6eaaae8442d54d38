import { expect, test } from "vitest";
import { commandWords } from "./commandWords";

const names: Record<string, string> = { a: "Shipping", b: "Billing" };
const nameOf = (id: string): string | null => names[id] ?? null;

test.each([
  [{ type: "graph.rename-node", data: { node: "a", name: "Ferries" } }, "rename Shipping to Ferries"],
  [{ type: "graph.add-node", data: { name: "Ferries", types: ["Boat"] } }, "add Ferries"],
  [{ type: "graph.describe-node", data: { node: "a", properties: { year: 1804 } } }, "describe Shipping (year)"],
  [{ type: "graph.connect-nodes", data: { from: "a", to: "b", type: "pays" } }, "connect Shipping, Billing (pays)"],
  [{ type: "graph.retire-node", data: { node: "gone" } }, "retire"],
  [{ type: "graph.group-nodes", data: { group: "a", members: ["b", "gone"] } }, "group Shipping, Billing"],
  [{ type: "ontology.rename-term", data: { term: "Svc", relation: false, label: "Service" } }, "rename Svc to Service"],
])("%j is %s", (command, words) => {
  expect(commandWords(command, nameOf)).toBe(words);
});
