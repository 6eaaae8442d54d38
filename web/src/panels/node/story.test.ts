import { describe, expect, it } from "vitest";
import type { EventRecord } from "../../api/contract";
import { ago, asSentence, chapters } from "./story";

const event = (position: number, effectiveAt: string, actor: string): EventRecord => ({ position, type: "graph.node-renamed", version: 1, subject: "", entity: "", recordedAt: effectiveAt, effectiveAt, actor, data: {} });

describe("a history", () => {
  it("is told by day and by who did it, in the order it came", () => {
    const told = chapters([event(4, "2026-03-02T10:00:00Z", "ann"), event(3, "2026-03-02T09:00:00Z", "ann"), event(2, "2026-03-02T08:00:00Z", "bob"), event(1, "2026-03-01T08:00:00Z", "bob")], (e) => e.actor);
    expect(told.map((c) => [c.day, c.actor, c.events.map((e) => e.position)])).toEqual([
      ["2026-03-02", "ann", [4, 3]],
      ["2026-03-02", "bob", [2]],
      ["2026-03-01", "bob", [1]],
    ]);
  });

  it("says how long ago in the largest whole unit", () => {
    const now = Date.UTC(2026, 10, 30);
    const day = 86_400_000;
    expect([now - 20_000, now - 61 * 60_000, now - day, now - 9 * day, now - 400 * day, now + 2 * day].map((t) => ago(t, now))).toEqual(["just now", "1 hour ago", "yesterday", "last week", "last year", "in 2 days"]);
  });

  it("is told in sentences", () => {
    expect(asSentence("renamed from 'a' to 'b'")).toBe("Renamed from 'a' to 'b'");
  });
});
