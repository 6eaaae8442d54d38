import { messageOf } from "../look/message";
import type { Column } from "./column";
import type { Columns } from "./columns";
import { none, ofEdges, type Condition } from "./conditions";
import type { Facet, FromWorker } from "./protocol";
import { partOf } from "./scale";
import type { Scene } from "./scene";
import { isThere } from "./time";

/** Filters the map by what its things state: what does not match is dimmed, or hidden. */
export class Filtering {
  private conditions: readonly Condition[] = [];
  private hide = false;
  /** The scene that is filtered. */
  private filtering: Scene | null = null;

  constructor(
    private readonly columns: Columns,
    private readonly tell: (message: FromWorker) => void,
    private readonly changed: () => void,
  ) {}

  get keys(): string[] {
    return this.conditions.map((c) => c.key).filter((key) => key !== ofEdges);
  }

  put(conditions: readonly Condition[], hide: boolean, scene: Scene | undefined): void {
    this.conditions = conditions;
    this.hide = hide;
    if (scene && this.apply(scene)) this.changed();
  }

  /** Applies the conditions of which all is known, and the others as soon as it is; true where the map is another by it. */
  apply(scene: Scene): boolean {
    const { conditions, columns } = this;
    const waiting = conditions.filter((c) => c.key !== ofEdges && columns.now(c.key) === undefined);
    const matching = matchingOf(scene, this.known());
    const edges = conditions.find((c) => c.key === ofEdges);
    const relations = edges && "any" in edges ? new Set(edges.any) : null;
    const filters = matching !== null || relations !== null;
    const before = this.filtering === scene;
    this.filtering = filters ? scene : null;
    if (before || filters) scene.filter(matching, this.hide, relations);
    this.tellCount(scene, waiting, null);
    for (const { key } of waiting) {
      columns.of(key).then(
        () => {
          if (this.conditions === conditions && this.apply(scene)) this.changed();
        },
        (error: unknown) => {
          if (this.conditions === conditions && !(error instanceof DOMException)) this.tellCount(scene, [], messageOf(error));
        },
      );
    }
    return before || filters;
  }

  /** The time that is shown is another one: other things are there. */
  recount(scene: Scene): void {
    if (this.conditions.length > 0) this.tellCount(scene, [], null);
  }

  private tellCount(scene: Scene, waiting: readonly Condition[], problem: string | null): void {
    if (this.conditions.length === 0) return this.tell({ say: "filtered", filtered: null });
    const { map, matching } = scene;
    let [of, found] = [0, 0];
    for (let i = 0; i < map.items; i++) {
      if (map.kind[i] !== 0 || !scene.isPresent(i)) continue;
      of += 1;
      if (matching?.[i] !== 0) found += 1;
    }
    this.tell({ say: "filtered", filtered: { found, of, waiting: waiting.length > 0, problem } });
  }

  private known(): { condition: Condition; column: Column }[] {
    return this.conditions.flatMap((condition) => {
      const column = this.columns.now(condition.key);
      return column ? [{ condition, column }] : [];
    });
  }

  /** What a key says of the things that are there and that the other filters keep. */
  async facet(scene: Scene, key: string, text: string): Promise<Facet> {
    try {
      if (key === ofEdges) return relationsOf(scene, text);
      const column = await this.columns.of(key);
      const others = matchingOf(scene, this.known().filter((k) => k.condition.key !== key));
      return column.kind === "text" ? valuesOf(scene, column, others, text) : binsOf(scene, column.kind, column.values, others);
    } catch (error) {
      return { kind: "problem", problem: messageOf(error) };
    }
  }
}

/** Marks the nodes that match all conditions; null where there are none. */
export function matchingOf({ map }: Scene, conditions: readonly { condition: Condition; column: Column }[]): Uint8Array | null {
  if (conditions.length === 0) return null;
  const matching = map.kind.map((kind) => (kind === 0 ? 1 : 0));
  for (const { condition, column } of conditions) {
    const test = testOf(condition, column);
    for (let i = 0; i < map.items; i++) if (matching[i] === 1 && !test(i)) matching[i] = 0;
  }
  return matching;
}

function testOf(condition: Condition, column: Column): (item: number) => boolean {
  if ("any" in condition) {
    const wanted = new Set(condition.any);
    const ofNone = wanted.has(none);
    if (column.kind !== "text") return (i) => (Number.isNaN(column.values[i]) ? ofNone : wanted.has(String(column.values[i])));
    const { texts, start, codes } = column;
    const isWanted = Uint8Array.from(texts, (t) => (wanted.has(t) ? 1 : 0));
    return (i) => {
      if (start[i] === start[i + 1]) return ofNone;
      for (let k = start[i]; k < start[i + 1]; k++) if (isWanted[codes[k]] === 1) return true;
      return false;
    };
  }
  const [from, to] = [condition.from ?? -Infinity, condition.to ?? Infinity];
  // A range of what turned out to be text keeps nothing.
  return column.kind === "text" ? () => false : (i) => column.values[i] >= from && column.values[i] <= to;
}

const mostValues = 14;

function valuesOf(scene: Scene, { texts, start, codes }: Extract<Column, { kind: "text" }>, kept: Uint8Array | null, text: string): Facet {
  const { map } = scene;
  const counts = new Uint32Array(texts.length);
  let without = 0;
  for (let i = 0; i < map.items; i++) {
    if (map.kind[i] !== 0 || kept?.[i] === 0 || !scene.isPresent(i)) continue;
    if (start[i] === start[i + 1]) without += 1;
    for (let k = start[i]; k < start[i + 1]; k++) counts[codes[k]] += 1;
  }
  return mostFrequent(texts, counts, text, without);
}

function mostFrequent(texts: readonly string[], counts: Uint32Array, text: string, without: number): Facet {
  const wanted = text.trim().toLowerCase();
  const all = [...texts.keys()].filter((code) => counts[code] > 0 && (wanted === "" || texts[code].toLowerCase().includes(wanted))).sort((a, b) => counts[b] - counts[a] || texts[a].localeCompare(texts[b]));
  return { kind: "text", values: all.slice(0, mostValues).map((code) => ({ text: texts[code], count: counts[code] })), distinct: all.length, without };
}

/** How many edges of each type there are between things that are shown. */
function relationsOf({ map, there, presence }: Scene, text: string): Facet {
  const counts = new Uint32Array(map.types.length);
  for (let e = 0; e < map.edges; e++) {
    if (isThere(map.edgeValidFrom[e], map.edgeValidTo[e], presence.time) && there[map.edgeFrom[e]] === 1 && there[map.edgeTo[e]] === 1) counts[map.edgeType[e]] += 1;
  }
  return mostFrequent(map.types, counts, text, 0);
}

const binCount = 32;
/** Where half of the numbers are so much smaller than the largest, they are told apart on a logarithmic scale only. */
const steep = 40;

function binsOf(scene: Scene, kind: "number" | "date", values: Float64Array, kept: Uint8Array | null): Facet {
  const { map } = scene;
  const found: number[] = [];
  let without = 0;
  for (let i = 0; i < map.items; i++) {
    if (map.kind[i] !== 0 || kept?.[i] === 0 || !scene.isPresent(i)) continue;
    if (Number.isNaN(values[i])) without += 1;
    else found.push(values[i]);
  }
  const sorted = Float64Array.from(found).sort();
  const [least, most] = sorted.length === 0 ? [0, 0] : [sorted[0], sorted[sorted.length - 1]];
  const log = kind === "number" && least >= 0 && most > steep * Math.max(1, sorted[sorted.length >> 1]);
  const scale = { least, most, log };
  const bins = new Array<number>(binCount).fill(0);
  for (const value of found) bins[Math.min(binCount - 1, Math.floor(partOf(scale, value) * binCount))] += 1;
  const whole = kind === "number" && found.every(Number.isInteger);
  return { kind, ...scale, bins, count: found.length, without, whole };
}
