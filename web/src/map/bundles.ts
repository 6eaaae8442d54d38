import type { MapData } from "./decode";
import type { Forest } from "./forest";
import type { Frontier } from "./frontier";
import { isThere, type Presence } from "./time";

/** Edges gathered between what is shown: each pair of ends once. */
export interface Bundles {
  size: number;
  a: Int32Array;
  b: Int32Array;
  weight: Float32Array;
  heaviest: number;
}

/** The item that stands for each item: itself when its group is open, else what stands for its group; -1: not there. */
export function standIns(map: MapData, presence: Presence, frontier: Frontier, into: Int32Array): Int32Array {
  for (let i = 0; i < map.items; i++) {
    if (presence.there[i] === 0) {
      into[i] = -1;
      continue;
    }
    const p = map.parent[i];
    if (p < 0 || (frontier.stamp[p] === frontier.frame && frontier.open[frontier.slot[p]] >= 0.5 && into[p] === p)) into[i] = i;
    else into[i] = into[p]!;
  }
  return into;
}

/** Gathers the edges that are there, and keeps the heaviest. */
export function gather(map: MapData, forest: Forest, presence: Presence, frontier: Frontier, standIn: Int32Array, budget: number): Bundles {
  let capacity = 4096;
  let keysA = new Int32Array(capacity).fill(-1);
  let keysB = new Int32Array(capacity);
  let weights = new Float32Array(capacity);
  let size = 0;
  const add = (a: number, b: number, weight: number): void => {
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (capacity - 1);
    while (keysA[slot] >= 0 && (keysA[slot] !== a || keysB[slot] !== b)) slot = (slot + 1) & (capacity - 1);
    if (keysA[slot] < 0) {
      keysA[slot] = a;
      keysB[slot] = b;
      size += 1;
    }
    weights[slot] += weight;
  };
  const grow = (): void => {
    const [oldA, oldB, oldW, old] = [keysA, keysB, weights, capacity];
    capacity *= 2;
    keysA = new Int32Array(capacity).fill(-1);
    keysB = new Int32Array(capacity);
    weights = new Float32Array(capacity);
    size = 0;
    for (let s = 0; s < old; s++) if (oldA[s] >= 0) add(oldA[s], oldB[s], oldW[s]);
  };
  const onScreen = (i: number): boolean => frontier.stamp[i] === frontier.frame;
  for (let e = 0; e < map.edges; e++) {
    if (!isThere(map.edgeValidFrom[e], map.edgeValidTo[e], presence.time)) continue;
    const a = standIn[map.edgeFrom[e]];
    const b = standIn[map.edgeTo[e]];
    if (a === b || a < 0 || b < 0 || !(onScreen(a) || onScreen(b))) continue;
    add(Math.min(a, b), Math.max(a, b), map.edgeWeight[e]);
    if (size * 2 > capacity) grow();
  }
  const order: number[] = [];
  for (let s = 0; s < capacity; s++) {
    if (keysA[s] >= 0 && !holds(map, forest, keysA[s], keysB[s])) order.push(s);
  }
  order.sort((p, q) => weights[q] - weights[p] || keysA[p] - keysA[q] || keysB[p] - keysB[q]);
  const kept = order.slice(0, budget);
  return {
    size: kept.length,
    a: Int32Array.from(kept, (s) => keysA[s]),
    b: Int32Array.from(kept, (s) => keysB[s]),
    weight: Float32Array.from(kept, (s) => weights[s]),
    heaviest: kept.length ? weights[kept[0]] : 0,
  };
}

/** Whether one is in the other: being in a group is shown by the disc, not by a line. */
function holds(map: MapData, forest: Forest, a: number, b: number): boolean {
  const [outer, start] = forest.depth[a] < forest.depth[b] ? [a, b] : [b, a];
  let inner = start;
  while (inner >= 0 && forest.depth[inner] > forest.depth[outer]) inner = map.parent[inner]!;
  return inner === outer;
}

/** The edges of one item (and, for a group, of what is in it), to those that stand for their other ends. */
export interface Neighbourhood {
  other: Int32Array;
  /** Edges that leave the item, and edges that enter it, for each other. */
  outgoing: Float32Array;
  incoming: Float32Array;
}

export function neighbourhood(map: MapData, presence: Presence, standIn: Int32Array, item: number, budget: number): Neighbourhood {
  const inside = new Uint8Array(map.items);
  inside[item] = 1;
  // Groups stand before their members, so one pass marks all that is inside.
  for (let i = item + 1; i < map.items; i++) if (map.parent[i] >= 0 && inside[map.parent[i]] === 1) inside[i] = 1;
  const found = new Map<number, [number, number]>();
  const count = (i: number, way: 0 | 1, weight: number): void => {
    const other = standIn[i];
    if (other < 0) return;
    const entry = found.get(other) ?? [0, 0];
    entry[way] += weight;
    found.set(other, entry);
  };
  for (let e = 0; e < map.edges; e++) {
    if (!isThere(map.edgeValidFrom[e], map.edgeValidTo[e], presence.time)) continue;
    if (presence.there[map.edgeFrom[e]] === 0 || presence.there[map.edgeTo[e]] === 0) continue;
    const out = inside[map.edgeFrom[e]];
    const into = inside[map.edgeTo[e]];
    if (out === into) continue;
    if (out === 1) count(map.edgeTo[e], 0, map.edgeWeight[e]);
    else count(map.edgeFrom[e], 1, map.edgeWeight[e]);
  }
  const own = standIn[item];
  const list = [...found].filter(([other]) => other !== own).sort((p, q) => q[1][0] + q[1][1] - p[1][0] - p[1][1]).slice(0, budget);
  return {
    other: Int32Array.from(list, ([other]) => other),
    outgoing: Float32Array.from(list, ([, [out]]) => out),
    incoming: Float32Array.from(list, ([, [, into]]) => into),
  };
}
