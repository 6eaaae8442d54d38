import { describe, expect, it } from "vitest";
import type { EventRecord } from "../../api/contract";
import { EventPages } from "./pages";

const last = 1_000_000;
const event = (position: number): EventRecord => ({ position, type: "graph.node-added", version: 1, subject: "", entity: "", recordedAt: "", effectiveAt: "", data: {} });

describe("a million events", () => {
  it("come by the page, each asked for once, and only those looked at last are kept", async () => {
    const asked: number[] = [];
    const pages = new EventPages((from, to) => {
      asked.push(from);
      return Promise.resolve(Array.from({ length: Math.min(to, last) - from + 1 }, (_, k) => event(from + k)));
    });
    await Promise.all([pages.want(999_990, 1_000_000, last), pages.want(999_950, 1_000_000, last)]);
    expect(asked).toEqual([999_801]);
    expect(pages.at(1_000_000)?.position).toBe(1_000_000);
    expect(pages.at(5)).toBeUndefined();
    for (let k = 0; k < 100; k++) await pages.want(k * 200 + 1, k * 200 + 50, last);
    expect(pages.at(1_000_000)).toBeUndefined();
    expect(pages.at(19_801)?.position).toBe(19_801);
  });

  it("are asked for again where the last page had not been full", async () => {
    let end = 3;
    const pages = new EventPages((from) => Promise.resolve(Array.from({ length: end - from + 1 }, (_, k) => event(from + k))));
    await pages.want(1, 3, end);
    end = 5;
    expect(await pages.want(1, 5, end)).toBe(true);
    expect(pages.at(5)?.position).toBe(5);
    expect(await pages.want(1, 5, end)).toBe(false);
  });
});
