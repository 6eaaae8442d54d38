import { describe, expect, test } from "vitest";
import { momentIn } from "../../state/range";
import { barsPath, said, saidShortly, stepOf, ticks } from "./scale";

const day = 86_400_000;
const start = Date.UTC(2018, 2, 5);

describe("the marks of the time slider", () => {
  test("are years where there are years", () => {
    expect(ticks(start, start + 8.5 * 365 * day).map((t) => t.text)).toEqual(["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"]);
  });

  test("are few, whatever the range", () => {
    for (const span of [day / 100, day / 10, day, 9 * day, 90 * day, 400 * day, 3000 * day, 40_000 * day]) {
      const found = ticks(start, start + span);
      expect(found.length).toBeLessThanOrEqual(14);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found.map((t) => t.text)).size).toBe(found.length);
    }
  });

  test("say the hour on a short range, the day on a long one", () => {
    expect(said(start, day)).toMatch(/:/);
    // A project of a week: its last day is today, and that is not now.
    expect(said(start, 7 * day)).toMatch(/:/);
    expect(said(start, 100 * day)).toBe("5 Mar 2018");
  });

  test("say the second where all began just now", () => {
    expect(said(start + 1000, 60_000)).not.toBe(said(start, 60_000));
    expect(saidShortly(start + 1000, 60_000)).not.toBe(saidShortly(start, 60_000));
  });
});

describe("the keys of the time slider", () => {
  test("lead elsewhere within the past, however short it is and wherever it begins", () => {
    for (const span of [60_000, day / 10, 9 * day, 3000 * day]) {
      const past = { start: start + 17_554, end: start + 17_554 + span };
      const walk = (from: number, key: string): number => momentIn(stepOf(key, from, past.start, past.end)!, past);
      expect(walk(past.end, "Home")).toBe(past.start);
      expect(walk(past.start, "End")).toBe(past.end);
      for (const [from, key, later] of [[past.start, "ArrowRight", true], [past.start, "PageUp", true], [past.end, "ArrowLeft", false], [past.end, "PageDown", false]] as const) {
        let at = from;
        for (let k = 0; k < 5; k++) {
          const next = walk(at, key);
          expect(next > at).toBe(later);
          expect(next).not.toBe(at);
          at = next;
        }
        expect(at).toBeGreaterThanOrEqual(past.start);
        expect(at).toBeLessThanOrEqual(past.end);
      }
    }
  });
});

describe("the bars", () => {
  test("stand where something began, and hang where something ended", () => {
    const { begun, ended } = barsPath({ start, end: start + day, begun: [4, 0, 1], ended: [0, 2, 0] }, 34);
    expect(begun.match(/M/g)).toHaveLength(2);
    expect(begun).toContain("v-28.00");
    expect(begun).toContain("v-14.00");
    expect(ended.match(/M/g)).toHaveLength(1);
  });
});
