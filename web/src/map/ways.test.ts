import { describe, expect, test } from "vitest";
import { plantForest } from "./forest";
import { sampleMap } from "./sampleMap";
import { presenceAt } from "./time";
import { around, shortestWay, waysOf, within } from "./ways";

/** Two groups, a chain 2-3-4-5-6, a short cut 2-5 that ended, and 7 alone. */
const map = sampleMap(
  [{ kind: 1 }, { kind: 1 }, { parent: 0 }, { parent: 0 }, { parent: 1 }, { parent: 1 }, {}, {}],
  [
    { from: 2, to: 3 },
    { from: 4, to: 3 },
    { from: 4, to: 5 },
    { from: 5, to: 6 },
    { from: 2, to: 5, until: 100 },
  ],
);
const forest = plantForest(map);
const ways = (time = Infinity): ReturnType<typeof waysOf> => waysOf(map, presenceAt(map, forest, time));

describe("a path", () => {
  test("is the shortest, along edges either way", () => {
    expect(shortestWay(map, ways(), 2, 6)).toEqual([2, 3, 4, 5, 6]);
    expect(shortestWay(map, ways(), 6, 2)).toEqual([6, 5, 4, 3, 2]);
  });

  test("is of the edges there are at the time", () => {
    expect(shortestWay(map, ways(50), 2, 6)).toEqual([2, 5, 6]);
  });

  test("leads from what is in a group to what is in another", () => {
    expect(shortestWay(map, ways(), 0, 1)).toEqual([3, 4]);
    expect(shortestWay(map, ways(), 0, 6)).toEqual([3, 4, 5, 6]);
  });

  test("is none where there is none, or one is in the other", () => {
    expect(shortestWay(map, ways(), 2, 7)).toEqual([]);
    expect(shortestWay(map, ways(), 0, 2)).toEqual([]);
  });
});

describe("a neighbourhood", () => {
  test("is what is within two steps", () => {
    expect([...around(map, ways(), [2])]).toEqual([0, 0, 1, 1, 1, 0, 0, 0]);
    expect([...around(map, ways(), [1])]).toEqual([0, 1, 1, 1, 1, 1, 1, 0]);
  });

  test("is one step where two would be nearly everything", () => {
    const star = sampleMap(
      [{}, {}, ...Array.from({ length: 200 }, () => ({}))],
      [{ from: 0, to: 1 }, ...Array.from({ length: 200 }, (_, k) => ({ from: 1, to: k + 2 }))],
    );
    const starWays = waysOf(star, presenceAt(star, plantForest(star), Infinity));
    expect(around(star, starWays, [0]).reduce((sum, k) => sum + k, 0)).toBe(2);
  });

  test("has all that is inside a group", () => {
    expect([...within(map, [0])]).toEqual([1, 0, 1, 1, 0, 0, 0, 0]);
  });
});
