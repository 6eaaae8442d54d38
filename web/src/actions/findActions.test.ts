import { describe, expect, it } from "vitest";
import type { Action } from "./action";
import { findActions } from "./findActions";
import { recentActions, rememberAction } from "./recent";

const action = (name: string, more: Partial<Action> = {}): Action => ({ name, group: "Map", run: () => undefined, ...more });
const names = (text: string, recent: string[] = []): string[] => findActions(all, text, recent).map((f) => f.action.name);
const all = [action("Show all of the map", { words: "fit home" }), action("Undo", { group: "Edit", words: "take back" }), action("Do again", { group: "Edit", unavailable: () => "Nothing was undone." }), action("Import a folder", { group: "Sources" })];

describe("looking for actions", () => {
  it("goes by the beginnings of words, of other words and of the group", () => {
    expect(names("ma sh")).toEqual(["Show all of the map"]);
    expect(names("take b")).toEqual(["Undo"]);
    expect(names("sourc")).toEqual(["Import a folder"]);
    expect(names("zzz")).toEqual([]);
  });

  it("puts what was chosen lately first, and what cannot be done last", () => {
    expect(names("", ["Import a folder", "Do again"])).toEqual(["Import a folder", "Show all of the map", "Undo", "Do again"]);
  });

  it("prefers a name that begins so", () => {
    expect(findActions([action("Show the map"), action("Map legend")], "map").map((f) => f.action.name)).toEqual(["Map legend", "Show the map"]);
  });

  it("says why something cannot be done", () => {
    expect(findActions(all, "again")[0].unavailable).toBe("Nothing was undone.");
  });
});

describe("what was chosen lately", () => {
  const memory = new Map<string, string>();
  const storage = { getItem: (k: string) => memory.get(k) ?? null, setItem: (k: string, v: string) => void memory.set(k, v) } as Storage;

  it("is kept, the latest first and each once, and only a few", () => {
    for (const name of ["a", "b", "a", "c", "d", "e", "f", "g"]) rememberAction(name, storage);
    expect(recentActions(storage)).toEqual(["g", "f", "e", "d", "c", "a"]);
  });

  it("is nothing where the memory makes no sense", () => {
    memory.set("alchemist.recent-actions", "{");
    expect(recentActions(storage)).toEqual([]);
    memory.set("alchemist.recent-actions", "[1,\"x\"]");
    expect(recentActions(storage)).toEqual(["x"]);
  });
});
