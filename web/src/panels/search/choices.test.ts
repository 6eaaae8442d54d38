import { describe, expect, it } from "vitest";
import type { Action } from "../../actions/action";
import { sectionsOf, understood } from "./choices";

const action = (name: string, reason?: string): Action => ({ name, group: "Map", run: () => undefined, ...(reason ? { unavailable: () => reason } : {}) });
const actions = [action("Show all"), action("Ledger of keys"), action("Undo", "Nothing to undo.")];
const things = [{ id: "1", name: "ledger", types: [], isGroup: false }];
const now = Date.parse("2026-06-30T12:00:00Z");
const told = (text: string, recent: string[] = [], fuzzy = false): string[] => sectionsOf(text, { things, fuzzy }, actions, recent, now).map((s) => `${s.heading}: ${s.choices.map((c) => (c.kind === "thing" ? c.thing.name : c.action.name)).join(", ")}`);

describe("what the palette offers", () => {
  it("is all actions before one types, those done lately first", () => {
    expect(told("")).toEqual(["Actions: Show all, Ledger of keys, Undo"]);
    expect(told(" ", ["Ledger of keys", "Undo"])).toEqual(["Done lately: Ledger of keys", "Actions: Show all, Undo"]);
  });

  it("is things, then actions of that name", () => {
    expect(told("led")).toEqual(["Things: ledger", "Actions: Ledger of keys"]);
  });

  it("is actions alone behind a >", () => {
    expect(understood("  > led ")).toEqual({ words: "led", onlyActions: true, question: null });
    expect(told(">led")).toEqual(["Actions: Ledger of keys"]);
    expect(told(">")).toEqual(["Actions: Show all, Ledger of keys, Undo"]);
  });

  it("is the things that a question is about, under what answers it", () => {
    expect(understood("who wrote the ledger?")).toEqual({ words: "ledger", onlyActions: false, question: { about: "ledger", part: "worked-on", way: null } });
    expect(told("who wrote the ledger?")).toEqual(["Who worked on, and what changes with: ledger", "Actions: Ledger of keys"]);
    expect(told("what depends on ledger")[0]).toBe("What leads to: ledger");
  });

  it("is what changed since a release", () => {
    const tag = [{ id: "t", name: "2.0.0", types: ["Tag"], isGroup: false }];
    const since = sectionsOf("what changed since 2.0.0", { things: tag, fuzzy: false }, [], [], now);
    expect(since.map((s) => `${s.heading}: ${s.choices.map((c) => (c.kind === "action" ? `${c.action.name} (${c.of})` : c.id)).join(", ")}`)).toEqual(["Answers: What changed since 2.0.0 (Tag)"]);
  });

  it("is all things of a type, and pages first where one asks where something is said", () => {
    const some = ["Service", "Section"].map((type) => ({ id: type, name: `cart (${type})`, types: [type], isGroup: false }));
    const told = (text: string): string[] => sectionsOf(text, { things: some, fuzzy: false }, [], [], now).map((s) => `${s.heading}: ${s.choices.map((c) => (c.kind === "thing" ? c.thing.name : c.id)).join(", ")}`);
    expect(told("which services are there")).toEqual(["All of type Service: cart (Service), cart (Section)"]);
    expect(told("where is cart described")).toEqual(["Where something is said of it, and what mentions it: cart (Section), cart (Service)"]);
    expect(told("what is this")).toEqual(["What this is: cart (Service), cart (Section)"]);
  });

  it("is the ways between what both names are those of, the best of both first", () => {
    const called = (...types: string[]): { id: string; name: string; types: string[]; isGroup: boolean }[] => types.map((type) => ({ id: type, name: type.toLowerCase(), types: [type], isGroup: false }));
    const ways = sectionsOf("how is order connected to customer?", { things: called("Commit", "Table"), fuzzy: false, ends: called("Table", "Class") }, [], [], now);
    expect(ways.map((s) => `${s.heading}: ${s.choices.map((c) => (c.kind === "action" ? `${c.action.name} (${c.of})` : c.id)).join(", ")}`)).toEqual([
      "How they are connected: table → class (Table → Class), commit → table (Commit → Table), commit → class (Commit → Class)",
    ]);
    expect(sectionsOf("path from a to b", { things: called("Table"), fuzzy: false, ends: [] }, [], [], now)).toEqual([]);
  });

  it("is the repositories where one asks for hot spots of all", () => {
    expect(understood("hot spots").question).toEqual({ about: "", part: "worked-on", way: null, type: "Repository" });
    expect(told("hot spots")).toEqual(["Who worked on, and what changes with: ledger"]);
  });

  it("puts what commits changed first where it is asked who wrote it", () => {
    const file = { id: "2", name: "ledger.ts", types: ["File"], isGroup: false };
    expect(sectionsOf("who wrote ledger", { things: [...things, file], fuzzy: false }, [], [], now)[0].choices.map((c) => c.id)).toEqual(["found-2", "found-1"]);
    expect(sectionsOf("ledger", { things: [...things, file], fuzzy: false }, [], [], now)[0].choices.map((c) => c.id)).toEqual(["found-1", "found-2"]);
  });

  it("puts what only has the same name last where it is asked what leads to it", () => {
    const redis = ["Folder", "Image", "Commit", "Service"].map((type) => ({ id: type, name: "redis", types: [type], isGroup: false }));
    expect(sectionsOf("what runs redis", { things: redis, fuzzy: false }, [], [], now)[0].choices.map((c) => c.id)).toEqual(["found-Image", "found-Service", "found-Folder", "found-Commit"]);
  });

  it("puts what is called just so before what only begins so, whatever it is", () => {
    const some = [
      { id: "dashboard", name: "postgresql-dashboard.json", types: ["File"], isGroup: false },
      { id: "folder", name: "PostgreSQL", types: ["Folder"], isGroup: false },
    ];
    const offered = (text: string, ends: typeof some = []): string[] => sectionsOf(text, { things: some, fuzzy: false, ends }, [], [], now)[0].choices.map((c) => c.id);
    expect(offered("what uses postgresql")).toEqual(["found-folder", "found-dashboard"]);
    expect(offered("path from postgresql to postgresql", some)).toEqual(["way-folder-dashboard", "way-dashboard-folder"]);
  });

  it("says that what it offers is spelt alike, where nothing is called so", () => {
    expect(told("legder", [], true)[0]).toBe("Nothing is called “legder”; spelt alike: ledger");
    expect(told("who wrote legder", [], true)[0]).toBe("Nothing is called “legder”; spelt alike: ledger");
  });

  it("says that what it offers is only described so", () => {
    expect(sectionsOf("what keeps", { things, fuzzy: false, described: true }, [], [], now)[0].heading).toBe("Nothing is called “what keeps”; described so");
  });

  it("answers what changed since a day", () => {
    expect(told("what changed last week?")[0]).toBe("Answers: What changed since 23 Jun 2026");
  });
});
