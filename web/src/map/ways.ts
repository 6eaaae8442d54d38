import type { MapData } from "./decode";
import type { Presence } from "./time";

/** The edges that are there, by the item at which they are: of item i others[start[i] .. start[i + 1]]. */
export interface Ways {
  start: Uint32Array;
  others: Uint32Array;
}

export function waysOf(map: MapData, presence: Pick<Presence, "edges" | "edgeCount">): Ways {
  const start = new Uint32Array(map.items + 1);
  for (let k = 0; k < presence.edgeCount; k++) {
    const e = presence.edges[k];
    start[map.edgeFrom[e] + 1] += 1;
    start[map.edgeTo[e] + 1] += 1;
  }
  for (let i = 0; i < map.items; i++) start[i + 1] += start[i];
  const next = start.slice(0, map.items);
  const others = new Uint32Array(presence.edgeCount * 2);
  for (let k = 0; k < presence.edgeCount; k++) {
    const e = presence.edges[k];
    others[next[map.edgeFrom[e]]++] = map.edgeTo[e];
    others[next[map.edgeTo[e]]++] = map.edgeFrom[e];
  }
  return { start, others };
}

/** Marks the items given and all inside them. */
export function within(map: MapData, items: readonly number[]): Uint8Array {
  const inside = new Uint8Array(map.items);
  for (const i of items) inside[i] = 1;
  // Groups stand before their members, so one pass marks all that is inside.
  for (let i = 0; i < map.items; i++) if (map.parent[i] >= 0 && inside[map.parent[i]] === 1) inside[i] = 1;
  return inside;
}

/**
 * The shortest way along edges, either way, between two things or what is in them; empty where there is none. Of
 * equally short ones the same is always found.
 */
export function shortestWay(map: MapData, ways: Ways, from: number, to: number): number[] {
  const goal = within(map, [to]);
  const source = within(map, [from]);
  const before = new Int32Array(map.items).fill(-2);
  const queue: number[] = [];
  for (let i = 0; i < map.items; i++) {
    if (source[i] === 0) continue;
    // One is in the other: there is no way to go.
    if (goal[i] === 1) return [];
    before[i] = -1;
    queue.push(i);
  }
  // The queue grows while it is gone through.
  for (const i of queue) {
    for (let k = ways.start[i]; k < ways.start[i + 1]; k++) {
      const other = ways.others[k];
      if (before[other] !== -2) continue;
      before[other] = i;
      if (goal[other] === 1) {
        const way: number[] = [];
        for (let at = other; at >= 0; at = before[at]) way.unshift(at);
        return way;
      }
      queue.push(other);
    }
  }
  return [];
}

const fewSteps = 2;
/** Where the first step leads to so many, a second would show nearly everything. */
const enough = 60;
const most = 600;

/** Marks what is within one or two steps of some items, them and what is inside them included. */
export function around(map: MapData, ways: Ways, items: readonly number[]): Uint8Array {
  const reached = within(map, items);
  let edge: number[] = [];
  for (let i = 0; i < map.items; i++) if (reached[i] === 1) edge.push(i);
  let found = 0;
  for (let step = 0; step < fewSteps && found < enough; step++) {
    const next: number[] = [];
    for (const i of edge) {
      for (let k = ways.start[i]; k < ways.start[i + 1]; k++) {
        const other = ways.others[k];
        if (reached[other] === 1 || found >= most || (step > 0 && found + next.length > most)) continue;
        reached[other] = 1;
        next.push(other);
      }
    }
    // A second step that floods is taken back: the first alone tells more.
    if (step > 0 && found + next.length > 2 * enough) {
      for (const i of next) reached[i] = 0;
      break;
    }
    found += next.length;
    edge = next;
  }
  return reached;
}
