import { describe, expect, it } from "vitest";
import { commandFor } from "../../actions/settle";
import type { Disagreement, Statement } from "../../api/contract";
import { isSettled, sides, statementOf } from "./sides";

const says = (source: string, value: string, more: Partial<Statement> = {}): Statement => ({ value, source: { id: source, label: source, person: source === "me" }, position: 1, shown: false, ...more });
const differ = (kind: Disagreement["kind"], statements: Statement[], more: Partial<Disagreement> = {}): Disagreement => ({ thing: "t", isEdge: false, name: "T", kind, statements, ...(kind === "property" ? { key: "k" } : {}), ...more });

describe("disagreements", () => {
  it("are settled once a person has spoken", () => {
    expect(isSettled(differ("name", [says("me", "A"), says("git", "B")]))).toBe(true);
    expect(isSettled(differ("name", [says("git", "A"), says("docs", "B")]))).toBe(false);
  });

  it("name their sides, those in most first", () => {
    expect(sides([differ("name", [says("git", "A"), says("docs", "B")]), differ("property", [says("docs", "A"), says("wiki", "B")])]).map((s) => `${s.label} ${s.count}`)).toEqual(["docs 2", "git 1", "wiki 1"]);
  });

  it("become the command that says the same", () => {
    expect(commandFor(differ("property", []), says("git", "7"))).toEqual({ type: "graph.describe-node", data: { node: "t", properties: { k: "7" } } });
    expect(commandFor(differ("property", [], { isEdge: true }), says("git", "7", { denied: true }))).toEqual({ type: "graph.describe-edge", data: { edge: "t", properties: { k: null } } });
    expect(commandFor(differ("name", []), says("git", "N"))).toEqual({ type: "graph.rename-node", data: { node: "t", name: "N" } });
    expect(commandFor(differ("existence", []), says("git", "N"))).toBeNull();
    expect(statementOf(differ("group", [says("git", "g")]), "git")).toBeUndefined();
    expect(statementOf(differ("name", [says("git", "g")]), "git")?.value).toBe("g");
  });
});
