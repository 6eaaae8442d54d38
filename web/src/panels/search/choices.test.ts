import { describe, expect, it } from "vitest";
import type { Action } from "../../actions/action";
import { sectionsOf, understood } from "./choices";

const action = (name: string, reason?: string): Action => ({ name, group: "Map", run: () => undefined, ...(reason ? { unavailable: () => reason } : {}) });
const actions = [action("Show all"), action("Ledger of keys"), action("Undo", "Nothing to undo.")];
const things = [{ id: "1", name: "ledger", types: [], isGroup: false }];
const told = (text: string, recent: string[] = []): string[] => sectionsOf(text, things, actions, recent).map((s) => `${s.heading}: ${s.choices.map((c) => (c.kind === "thing" ? c.thing.name : c.action.name)).join(", ")}`);

describe("what the palette offers", () => {
  it("is all actions before one types, those done lately first", () => {
    expect(told("")).toEqual(["Actions: Show all, Ledger of keys, Undo"]);
    expect(told(" ", ["Ledger of keys", "Undo"])).toEqual(["Done lately: Ledger of keys", "Actions: Show all, Undo"]);
  });

  it("is things, then actions of that name", () => {
    expect(told("led")).toEqual(["Things: ledger", "Actions: Ledger of keys"]);
  });

  it("is actions alone behind a >", () => {
    expect(understood("  > led ")).toEqual({ words: "led", onlyActions: true });
    expect(told(">led")).toEqual(["Actions: Ledger of keys"]);
    expect(told(">")).toEqual(["Actions: Show all, Ledger of keys, Undo"]);
  });
});
