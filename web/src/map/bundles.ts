import type { MapData } from "./decode";
import type { Forest } from "./forest";
import type { Frontier } from "./frontier";
import { detour, type Detour } from "./paint/route";
import type { Presence } from "./time";
import { within } from "./ways";

/** Edges gathered between what is shown: each pair of ends once. */
export interface Bundles {
  size: number;
  a: Int32Array;
  b: Int32Array;
  weight: Float32Array;
  heaviest: number;
  /** Through which groups each leads. */
  ways: Detour[];
  /** How much fainter each is, as others lead from the same outermost group to the same other. */
  thinned: Float32Array;
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

/**
 * Gathers the edges that are there between what is shown. A million edges take longer than a frame, so it is done in
 * steps; what is shown must stay as it is meanwhile in `standIn`, while the frontier may go on.
 */
export class Gathering {
  private capacity = 4096;
  private keysA = new Int32Array(this.capacity).fill(-1);
  private keysB = new Int32Array(this.capacity);
  private weights = new Float32Array(this.capacity);
  private size = 0;
  private next = 0;
  private readonly frame: number;

  constructor(
    private readonly map: MapData,
    private readonly forest: Forest,
    private readonly presence: Presence,
    private readonly frontier: Frontier,
    private readonly standIn: Int32Array,
  ) {
    this.frame = frontier.frame;
  }

  /** Goes on for so many edges; true when all are done. */
  step(edges: number): boolean {
    const { map, presence, standIn, frontier, frame } = this;
    const end = Math.min(presence.edgeCount, this.next + edges);
    for (let k = this.next; k < end; k++) {
      const e = presence.edges[k];
      const a = standIn[map.edgeFrom[e]];
      const b = standIn[map.edgeTo[e]];
      if (a === b || a < 0 || b < 0 || (frontier.stamp[a] < frame && frontier.stamp[b] < frame)) continue;
      this.add(a < b ? a : b, a < b ? b : a, map.edgeWeight[e]);
      if (this.size * 2 > this.capacity) this.grow();
    }
    this.next = end;
    return end === presence.edgeCount;
  }

  /** The heaviest of what was gathered. */
  result(budget: number): Bundles {
    const { keysA, keysB, weights, map, forest } = this;
    const found: number[] = [];
    for (let s = 0; s < this.capacity; s++) if (keysA[s] >= 0 && weights[s] > 0) found.push(s);
    const key = (s: number): number => keysA[s] * map.items + keysB[s];
    const kept = heaviestOf(found, weights, key, budget).sort((p, q) => weights[q] - weights[p] || key(p) - key(q));
    const ways = kept.map((s) => detour(map, forest, keysA[s], keysB[s]));
    const trunk = ({ groups, turn }: Detour, k: number): string => `${turn > 0 ? groups[turn - 1] : keysA[kept[k]]}-${turn < groups.length ? groups[turn] : keysB[kept[k]]}`;
    const users = new Map<string, number>();
    ways.forEach((way, k) => users.set(trunk(way, k), (users.get(trunk(way, k)) ?? 0) + 1));
    return {
      size: kept.length,
      a: Int32Array.from(kept, (s) => keysA[s]),
      b: Int32Array.from(kept, (s) => keysB[s]),
      weight: Float32Array.from(kept, (s) => weights[s]),
      heaviest: kept.length ? weights[kept[0]] : 0,
      ways,
      thinned: Float32Array.from(ways, (way, k) => users.get(trunk(way, k))! ** -0.3),
    };
  }

  private add(a: number, b: number, weight: number): void {
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (this.capacity - 1);
    while (this.keysA[slot] >= 0 && (this.keysA[slot] !== a || this.keysB[slot] !== b)) slot = (slot + 1) & (this.capacity - 1);
    if (this.keysA[slot] < 0) {
      this.keysA[slot] = a;
      this.keysB[slot] = b;
      this.size += 1;
      // Whatever comes on top of it: it stays out.
      if (weight > 0 && holds(this.map, this.forest, a, b)) this.weights[slot] = -Infinity;
    }
    this.weights[slot] += weight;
  }

  private grow(): void {
    const { keysA, keysB, weights, capacity } = this;
    this.capacity *= 2;
    this.keysA = new Int32Array(this.capacity).fill(-1);
    this.keysB = new Int32Array(this.capacity);
    this.weights = new Float32Array(this.capacity);
    this.size = 0;
    for (let s = 0; s < capacity; s++) if (keysA[s] >= 0) this.add(keysA[s], keysB[s], weights[s]);
  }
}

/** Some of the heaviest, in no order; of the equally heavy those with the smallest keys. To sort all would take longer than a frame. */
function heaviestOf(all: number[], weights: Float32Array, key: (s: number) => number, budget: number): number[] {
  if (all.length <= budget) return all;
  const least = -nthSmallest(Float64Array.from(all, (s) => -weights[s]), budget - 1);
  const heavier = all.filter((s) => weights[s] > least);
  const equal = all.filter((s) => weights[s] === least);
  const last = nthSmallest(Float64Array.from(equal, key), budget - heavier.length - 1);
  return [...heavier, ...equal.filter((s) => key(s) <= last)];
}

/** The number that n are smaller than or equal to (Hoare's selection); the numbers are put in another order. */
export function nthSmallest(numbers: Float64Array, n: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const pivot = numbers[(low + high) >> 1];
    let [i, j] = [low, high];
    while (i <= j) {
      while (numbers[i] < pivot) i += 1;
      while (numbers[j] > pivot) j -= 1;
      if (i > j) break;
      [numbers[i], numbers[j]] = [numbers[j], numbers[i]];
      i += 1;
      j -= 1;
    }
    if (n <= j) high = j;
    else if (n >= i) low = i;
    else break;
  }
  return numbers[n];
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
  /** What these are called, as it stands on their lines; empty where there are none. */
  outgoingName: string[];
  incomingName: string[];
}

/** Edges of one direction between two things. */
class Strand {
  weight = 0;
  private readonly types = new Map<number, number>();

  add(type: number, weight: number): void {
    this.weight += weight;
    this.types.set(type, (this.types.get(type) ?? 0) + 1);
  }

  /** The most frequent type, and how much more there is. */
  name(map: MapData): string {
    const sorted = [...this.types].sort((p, q) => q[1] - p[1] || p[0] - q[0]);
    if (sorted.length === 0) return "";
    const [[type, count]] = sorted;
    const name = map.types[type] ?? "";
    const many = count > 1 ? `${name} ×${count}` : name;
    return sorted.length === 1 ? many : `${many} +${[...this.types.values()].reduce((a, b) => a + b, 0) - count}`;
  }
}

export function neighbourhood(map: MapData, presence: Presence, standIn: Int32Array, item: number, budget: number): Neighbourhood {
  const inside = within(map, [item]);
  const found = new Map<number, { out: Strand; into: Strand }>();
  const add = (i: number, way: "out" | "into", e: number): void => {
    const other = standIn[i];
    if (other < 0) return;
    let entry = found.get(other);
    if (!entry) found.set(other, (entry = { out: new Strand(), into: new Strand() }));
    entry[way].add(map.edgeType[e], map.edgeWeight[e]);
  };
  for (let k = 0; k < presence.edgeCount; k++) {
    const e = presence.edges[k];
    const out = inside[map.edgeFrom[e]];
    const into = inside[map.edgeTo[e]];
    if (out === into) continue;
    if (out === 1) add(map.edgeTo[e], "out", e);
    else add(map.edgeFrom[e], "into", e);
  }
  const own = standIn[item];
  const list = [...found]
    .filter(([other]) => other !== own)
    .sort((p, q) => q[1].out.weight + q[1].into.weight - p[1].out.weight - p[1].into.weight)
    .slice(0, budget);
  return {
    other: Int32Array.from(list, ([other]) => other),
    outgoing: Float32Array.from(list, ([, { out }]) => out.weight),
    incoming: Float32Array.from(list, ([, { into }]) => into.weight),
    outgoingName: list.map(([, { out }]) => out.name(map)),
    incomingName: list.map(([, { into }]) => into.name(map)),
  };
}
