import { describe, expect, test } from "vitest";
import { Gathering, nthSmallest, standIns } from "./bundles";
import { sampleMap } from "./sampleMap";
import { Scene } from "./scene";

describe("gathered edges", () => {
  // A star of very many lines of weight 1, and some that are heavier.
  const items = [{}, ...Array.from({ length: 50 }, () => ({}))];
  const edges = [...Array.from({ length: 50 }, (_, k) => ({ from: 0, to: k + 1 })), { from: 30, to: 0 }, { from: 7, to: 0, weight: 4 }];

  function gathered(budget: number, step = 7): { pairs: string[]; weight: number[] } {
    const scene = new Scene(sampleMap(items, edges), Infinity);
    scene.frontier.frame = 1;
    scene.frontier.stamp.fill(1);
    standIns(scene.map, scene.presence, scene.frontier, scene.standIn);
    const gathering = new Gathering(scene.map, scene.forest, scene.presence, scene.frontier, scene.standIn);
    while (!gathering.step(step));
    const { a, b, weight } = gathering.result(budget);
    return { pairs: [...a].map((from, k) => `${from}-${b[k]}`), weight: [...weight] };
  }

  test("are the heaviest, and of equally heavy ones always the same", () => {
    expect(gathered(4)).toEqual({ pairs: ["0-7", "0-30", "0-1", "0-2"], weight: [5, 2, 1, 1] });
    expect(gathered(4, 1000)).toEqual(gathered(4, 1));
  });

  test("are all where there is room for all", () => expect(gathered(700).pairs).toHaveLength(50));

  test("leave out what is in one another, however heavy", () => {
    const scene = new Scene(sampleMap([{ kind: 1, radius: 9 }, { parent: 0 }, {}], [{ from: 0, to: 1, weight: 50 }, { from: 0, to: 1 }, { from: 0, to: 2 }]), Infinity);
    scene.frontier.frame = 1;
    scene.frontier.stamp.fill(1);
    scene.standIn.set([0, 1, 2]);
    const gathering = new Gathering(scene.map, scene.forest, scene.presence, scene.frontier, scene.standIn);
    expect(gathering.step(10)).toBe(true);
    expect([...gathering.result(9).b]).toEqual([2]);
  });
});

test("the nth smallest is found without sorting", () => {
  const numbers = Float64Array.from({ length: 501 }, (_, k) => (k * 7919) % 97);
  const sorted = numbers.slice().sort();
  for (const n of [0, 1, 250, 499, 500]) expect(nthSmallest(numbers.slice(), n)).toBe(sorted[n]);
});
