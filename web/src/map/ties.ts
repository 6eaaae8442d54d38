import { idText } from "./decode";
import type { EdgeHint, EdgesAnswer, MapItem, Outward, Tally } from "./protocol";
import type { Scene, Tie } from "./scene";
import { within } from "./ways";

const mostTallies = 6;

/**
 * The edges that are there between two things or what is in them. Where one is in the other, the outer counts by itself
 * alone: else it would tie to what is in it.
 *
 * @param visit called with each, and whether it leads from the first to the second
 */
function between(scene: Scene, a: number, b: number, visit: (edge: number, there: boolean) => void): void {
  const { map, presence } = scene;
  const alone = (item: number): Uint8Array => {
    const only = new Uint8Array(map.items);
    only[item] = 1;
    return only;
  };
  let [ofA, ofB] = [within(map, [a]), within(map, [b])];
  if (ofB[a] === 1) ofB = alone(b);
  else if (ofA[b] === 1) ofA = alone(a);
  for (let k = 0; k < presence.edgeCount; k++) {
    const e = presence.edges[k];
    const [from, to] = [map.edgeFrom[e], map.edgeTo[e]];
    if (ofA[from] === 1 && ofB[to] === 1) visit(e, true);
    else if (ofB[from] === 1 && ofA[to] === 1) visit(e, false);
  }
}

/** Counts an edge among those of its type. */
function count(tallies: Map<string, Tally>, { map }: Scene, edge: number, there: boolean): void {
  const type = map.types[map.edgeType[edge]] ?? "";
  const tally = tallies.get(type) ?? { type, there: 0, back: 0 };
  tally[there ? "there" : "back"] += Math.max(1, Math.round(map.edgeWeight[edge]));
  tallies.set(type, tally);
}

const totalOf = (tallies: Tally[]): number => tallies.reduce((sum, t) => sum + t.there + t.back, 0);

const byCount = (p: Tally, q: Tally): number => q.there + q.back - p.there - p.back || p.type.localeCompare(q.type);

/**
 * What the things in a group are tied to outside it, the most closely tied first: the outermost groups and things that the
 * group itself is not in. Its own edges are not among them.
 */
export function outward(scene: Scene, group: number, most: number): Outward[] {
  const { map, presence } = scene;
  const inside = within(map, [group]);
  const around = new Set(scene.path(group));
  const found = new Map<number, Map<string, Tally>>();
  for (let k = 0; k < presence.edgeCount; k++) {
    const e = presence.edges[k];
    const [from, to] = [map.edgeFrom[e], map.edgeTo[e]];
    const there = inside[from] === 1;
    if (there === (inside[to] === 1) || (there ? from : to) === group) continue;
    let other = there ? to : from;
    if (around.has(other)) continue;
    while (map.parent[other] >= 0 && !around.has(map.parent[other])) other = map.parent[other];
    const tallies = found.get(other) ?? new Map<string, Tally>();
    found.set(other, tallies);
    count(tallies, scene, e, there);
  }
  return [...found]
    .map(([other, of]) => {
      const tallies = [...of.values()].sort(byCount);
      return { other, tallies, total: totalOf(tallies) };
    })
    .sort((p, q) => q.total - p.total || p.other - q.other)
    .slice(0, most)
    .map((one) => ({ ...one, other: scene.describe(one.other) }));
}

/** How many edges of each type there are, the most frequent first. */
function talliesOf(scene: Scene, { from, to, directed }: Tie): Tally[] {
  const tallies = new Map<string, Tally>();
  between(scene, from, to, (e, there) => {
    if (there || !directed) count(tallies, scene, e, there);
  });
  return [...tallies.values()].sort(byCount);
}

/**
 * The two ends of an edge as they are told. Of two that are called alike (main and main), each is told with the group by
 * which they differ.
 */
function endsOf(scene: Scene, from: number, to: number): { from: MapItem; to: MapItem } {
  const { map } = scene;
  const [one, other] = [scene.describe(from), scene.describe(to)];
  if (one.name !== other.name || from === to) return { from: one, to: other };
  const [pathA, pathB] = [[...scene.path(from), from], [...scene.path(to), to]];
  const k = pathA.findIndex((item, at) => item !== pathB[at]);
  const told = (item: MapItem, path: number[]): MapItem => {
    const group = k < 0 || k >= path.length - 1 ? null : map.names[path[k]];
    return group === null || group === item.name ? item : { ...item, name: `${group}${k === path.length - 2 ? " / " : " … "}${item.name}` };
  };
  return { from: told(one, pathA), to: told(other, pathB) };
}

/** What is told of an edge under the pointer. */
export function hintOf(scene: Scene, tie: Tie, x: number, y: number): EdgeHint {
  const tallies = talliesOf(scene, tie);
  const total = totalOf(tallies);
  return { ...endsOf(scene, tie.from, tie.to), directed: tie.directed, tallies: tallies.slice(0, mostTallies), types: tallies.length, total, x, y };
}

/** The edges between two things or what is in them, those that lead from the first to the second before the others. */
export function edgesBetween(scene: Scene, from: number, to: number, most: number): EdgesAnswer {
  const { map, forest } = scene;
  const tallies = talliesOf(scene, { from, to, directed: false });
  const found: { edge: number; there: boolean }[] = [];
  const known = new Set<string>();
  between(scene, from, to, (edge, there) => {
    // Several of one type between the same two are told together.
    const key = `${map.edgeFrom[edge]} ${map.edgeType[edge]} ${map.edgeTo[edge]}`;
    if (known.size < known.add(key).size) found.push({ edge, there });
  });
  found.sort((p, q) => Number(q.there) - Number(p.there) || map.edgeType[p.edge] - map.edgeType[q.edge] || p.edge - q.edge);
  const end = (item: number): EdgesAnswer["edges"][number]["from"] => ({ id: idText(map.ids, item), name: map.names[item], edges: forest.degree[item] });
  return {
    ...endsOf(scene, from, to),
    tallies,
    total: totalOf(tallies),
    listed: found.length,
    edges: found.slice(0, most).map(({ edge }) => ({ type: map.types[map.edgeType[edge]] ?? "", from: end(map.edgeFrom[edge]), to: end(map.edgeTo[edge]) })),
  };
}
