import { describe, expect, test } from "vitest";
import { plantForest } from "./forest";
import { sampleMap } from "./sampleMap";
import { histogramOf, presenceAt } from "./time";

describe("what is there at a time", () => {
  const map = sampleMap([
    { kind: 1, count: 2 },
    { parent: 0, from: 10, to: 20 },
    { parent: 0, from: 15 },
    { kind: 1, from: 5 },
    { from: 30 },
  ]);
  const forest = plantForest(map);

  test("begins at its start and ends before its end", () => {
    expect([...presenceAt(map, forest, 9).there]).toEqual([0, 0, 0, 1, 0]);
    expect([...presenceAt(map, forest, 10).there]).toEqual([1, 1, 0, 1, 0]);
    expect([...presenceAt(map, forest, 19).there]).toEqual([1, 1, 1, 1, 0]);
    expect([...presenceAt(map, forest, 20).there]).toEqual([1, 0, 1, 1, 0]);
  });

  test("now is all that has no end", () => {
    const now = presenceAt(map, forest, Infinity);
    expect([...now.there]).toEqual([1, 0, 1, 1, 1]);
    expect(now.total).toBe(2);
    expect(now.count[0]).toBe(1);
  });

  test("a group is there while anything in it is", () => {
    expect(presenceAt(map, forest, 12).count[0]).toBe(1);
    expect(presenceAt(map, forest, 5).there[0]).toBe(0);
  });

  test("the arrays of a former answer are used again", () => {
    const first = presenceAt(map, forest, 12);
    const second = presenceAt(map, forest, 17, first);
    expect(second.there).toBe(first.there);
    expect(second.count[0]).toBe(2);
  });
});

describe("the histogram", () => {
  test("counts what began and ended over the years", () => {
    const day = 86_400_000;
    const map = sampleMap([{ from: day }, { from: 51 * day, to: 99 * day }, { from: 100 * day }]);
    const h = histogramOf(map, 10, 100 * day)!;
    expect(h.begun).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(h.ended[9]).toBe(1);
    expect(h.start).toBe(day);
  });

  test("is not squeezed by one stray date", () => {
    const items = Array.from({ length: 4000 }, (_, k) => ({ from: 1_500_000_000_000 + k * 1e7 }));
    items[7] = { from: 1000 };
    const h = histogramOf(sampleMap(items), 20, 1_540_000_000_000)!;
    expect(h.start).toBeGreaterThan(1_400_000_000_000);
    expect(h.begun.filter((n) => n > 0).length).toBeGreaterThan(15);
  });

  test("has some width where all began at once", () => {
    const h = histogramOf(sampleMap([{ from: 5e11 }, { from: 5e11 }]), 4, 5e11)!;
    expect(h.end).toBeGreaterThan(h.start);
  });

  test("is none where nothing has a time", () => {
    expect(histogramOf(sampleMap([{}]), 4, 5)).toBeUndefined();
  });
});
