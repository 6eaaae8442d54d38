import { describe, expect, it } from "vitest";
import type { Source } from "../../api/contract";
import { byTrust, moved } from "./trust";

const source = (id: string, trust: number): Source => ({ id, label: id, trust, imports: [], forgotten: false });
const after = (sources: Source[], changes: { id: string; trust: number }[]): string =>
  byTrust(sources.map((s) => ({ ...s, trust: changes.find((c) => c.id === s.id)?.trust ?? s.trust })))
    .map((s) => s.id)
    .join("");

describe("the order of trust", () => {
  it("is moved by one decision where there is room", () => {
    const all = [source("a", 80), source("b", 50), source("c", 20)];
    expect(moved(all, "b", "higher")).toEqual([{ id: "b", trust: 81 }]);
    expect(moved(all, "b", "lower")).toEqual([{ id: "b", trust: 19 }]);
    expect(after(all, moved(all, "c", "higher"))).toBe("acb");
  });

  it("is numbered anew where there is none", () => {
    const all = [source("a", 50), source("b", 50), source("c", 50)];
    expect(after(all, moved(all, "c", "higher"))).toBe("acb");
    expect(after(all, moved(all, "a", "lower"))).toBe("bac");
    const top = [source("a", 100), source("b", 100)];
    expect(after(top, moved(top, "b", "higher"))).toBe("ba");
    for (const t of moved(top, "b", "higher")) expect(t.trust).toBeLessThanOrEqual(100);
  });

  it("stays at its ends", () => {
    const all = [source("a", 80), source("b", 50)];
    expect(moved(all, "a", "higher")).toEqual([]);
    expect(moved(all, "b", "lower")).toEqual([]);
    expect(moved(all, "nobody", "lower")).toEqual([]);
  });
});
