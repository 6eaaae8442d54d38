import type { MapData } from "./decode";
import type { Forest } from "./forest";

/** Which items are there at a time, and how many nodes each group then holds. */
export interface Presence {
  /** ms since 1970; Infinity: now. */
  time: number;
  there: Uint8Array;
  count: Uint32Array;
  /** Nodes there at all. */
  total: number;
  /** The edges that are there, with both their ends: the first `edgeCount` of `edges`. */
  edges: Uint32Array;
  edgeCount: number;
}

/** Valid at t. Now is what has no end. */
export function isThere(from: number, to: number, time: number): boolean {
  return time === Infinity ? to === Infinity : from <= time && time < to;
}

/**
 * @param shown what is not marked here counts as if it were not there; null: all is shown
 * @param relations the types of edges that count; null: all do
 */
export function presenceAt(map: MapData, forest: Forest, time: number, into?: Presence, shown: Uint8Array | null = null, relations: Uint8Array | null = null): Presence {
  const n = map.items;
  const there = into?.there.length === n ? into.there : new Uint8Array(n);
  const count = into?.count.length === n ? into.count : new Uint32Array(n);
  count.fill(0);
  let total = 0;
  for (let i = n - 1; i >= 0; i--) {
    const p = map.parent[i];
    if (map.kind[i] === 0) {
      const now = isThere(map.from[i], map.to[i], time) && (shown === null || shown[i] === 1);
      there[i] = now ? 1 : 0;
      const members = forest.start[i + 1] > forest.start[i];
      if (now) {
        // A node may hold others (a class its methods); it counts itself too.
        count[i] += 1;
        total += 1;
      } else if (members && count[i] > 0) there[i] = 1;
      if (p >= 0) count[p] += count[i];
    } else {
      // A group is there while anything in it is, or while it is empty but stated.
      const empty = forest.start[i + 1] === forest.start[i];
      there[i] = count[i] > 0 || (empty && isThere(map.from[i], map.to[i], time) && (shown === null || shown[i] === 1)) ? 1 : 0;
      if (p >= 0) count[p] += count[i];
    }
  }
  const edges = into?.edges.length === map.edges ? into.edges : new Uint32Array(map.edges);
  let edgeCount = 0;
  for (let e = 0; e < map.edges; e++) {
    if (relations?.[map.edgeType[e]] === 0) continue;
    if (isThere(map.edgeValidFrom[e], map.edgeValidTo[e], time) && there[map.edgeFrom[e]] === 1 && there[map.edgeTo[e]] === 1) edges[edgeCount++] = e;
  }
  return { time, there, count, total, edges, edgeCount };
}

export interface Histogram {
  start: number;
  end: number;
  /** What began in each bucket. */
  begun: number[];
  /** What ended in each bucket. */
  ended: number[];
}

/**
 * How much began and ended over the years. The ends of the range are where the first and last things are, but a stray
 * (a wrong date decades off) does not squeeze all others into one spike: a half thousandth at each end is left out.
 */
export function histogramOf(map: MapData, buckets: number, now: number): Histogram | undefined {
  const times: number[] = [];
  for (let i = 0; i < map.items; i++) {
    if (Number.isFinite(map.from[i]) && map.from[i] > 0) times.push(map.from[i]);
    if (Number.isFinite(map.to[i]) && map.to[i] > 0) times.push(map.to[i]);
  }
  if (times.length === 0) return undefined;
  const sorted = Float64Array.from(times).sort();
  const stray = Math.floor(sorted.length / 2000);
  let start = sorted[stray];
  const last = sorted[sorted.length - 1 - stray];
  let end = Math.max(last, Math.min(now, last + (last - start) * 0.05));
  const least = 60_000;
  if (end - start < least) {
    start -= least / 2;
    end += least / 2;
  }
  const begun = new Array<number>(buckets).fill(0);
  const ended = new Array<number>(buckets).fill(0);
  const bucket = (t: number): number => Math.min(buckets - 1, Math.max(0, Math.floor(((t - start) / (end - start)) * buckets)));
  for (let i = 0; i < map.items; i++) {
    if (Number.isFinite(map.from[i]) && map.from[i] > 0) begun[bucket(map.from[i])] += 1;
    if (Number.isFinite(map.to[i])) ended[bucket(map.to[i])] += 1;
  }
  return { start, end, begun, ended };
}
