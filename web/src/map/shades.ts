import { coloursOfTypes, otherColour, type ChosenColours, type OwnColours } from "../look/palette";
import { propertyOf, type ColourBy, type SizeBy } from "./arrangement";
import type { Column } from "./column";
import { noType, type MapData } from "./decode";
import type { Forest } from "./forest";
import type { TypeCount } from "./protocol";
import type { Presence } from "./time";

/** What one colour stands for. */
interface Meaning {
  label: string;
  colour: number;
}

/** Which colour each node has, and what the colours mean. */
export interface Shades {
  /** A place in the palette; of what holds nothing. */
  of: Uint8Array;
  /** What `of` an item counts towards in the legend: an index into meanings, or -1. */
  meaning: Int32Array;
  meanings: Meaning[];
  /** Colours grow evenly brighter, from little to much. */
  steps: boolean;
  own: OwnColours;
}

/**
 * @param column what the property states that colours tell; absent while it is not known, or is none
 * @param chosen colours of types by somebody's choice
 */
export function shadesOf(map: MapData, forest: Forest, by: ColourBy, column: Column | undefined, chosen: ChosenColours): Shades {
  if (by === "group") return byGroup(map, forest);
  if (by === "age") return byAge(map);
  if (propertyOf(by) !== null) return byColumn(map, column);
  return byType(map, chosen);
}

function byType(map: MapData, chosen: ChosenColours): Shades {
  const counts = new Array<number>(map.types.length).fill(0);
  for (let i = 0; i < map.items; i++) if (map.type[i] !== noType && map.kind[i] === 0) counts[map.type[i]] += 1;
  const { colours, own } = coloursOfTypes(map.types, counts, chosen);
  const of = new Uint8Array(map.items).fill(otherColour);
  const meaning = new Int32Array(map.items).fill(-1);
  for (let i = 0; i < map.items; i++) {
    if (map.type[i] === noType) continue;
    of[i] = colours[map.type[i]];
    meaning[i] = map.type[i];
  }
  return { of, meaning, meanings: map.types.map((label, t) => ({ label, colour: colours[t] })), steps: false, own };
}

const dividing = 0.4;
const mostOpened = 40;

/** The groups in which the map first divides have a colour each, the largest first; what is in them has it too. */
function byGroup(map: MapData, forest: Forest): Shades {
  const groupsIn = (g: number): number[] => [...forest.member.subarray(forest.start[g], forest.start[g + 1])].filter((i) => forest.start[i + 1] > forest.start[i]);
  let all = groupsIn(forest.items);
  const total = all.reduce((sum, i) => sum + map.count[i], 0);
  // A group that holds nearly half of everything divides too little: what is in it has colours instead.
  for (let opened = 0; opened < mostOpened; opened++) {
    const largest = all.reduce((a, b) => (map.count[b] > map.count[a] ? b : a), all[0]);
    const inner = all.length === 0 || map.count[largest] < total * dividing ? [] : groupsIn(largest);
    if (inner.length === 0) break;
    all = [...all.filter((i) => i !== largest), ...inner];
  }
  const groups = all.sort((a, b) => map.count[b] - map.count[a] || a - b).slice(0, otherColour);
  const at = new Map(groups.map((g, k) => [g, k]));
  const of = new Uint8Array(map.items).fill(otherColour);
  const meaning = new Int32Array(map.items).fill(groups.length);
  for (let i = 0; i < map.items; i++) {
    const own = at.get(i);
    const p = map.parent[i];
    of[i] = own ?? (p >= 0 ? of[p] : otherColour);
    meaning[i] = own ?? (p >= 0 ? meaning[p] : groups.length);
  }
  return { of, meaning, meanings: [...groups.map((g, k) => ({ label: map.names[g], colour: k })), { label: "elsewhere", colour: otherColour }], steps: false, own: {} };
}

function byAge(map: MapData): Shades {
  return bySteps(map, map.from.map((t) => (Number.isFinite(t) && t > 0 ? t : NaN)), sinceText);
}

/** What a property states: texts have a colour each, numbers and dates grow brighter. */
function byColumn(map: MapData, column: Column | undefined): Shades {
  if (column?.kind === "text") return byText(map, column);
  const values = column?.values ?? new Float64Array(map.items).fill(NaN);
  return withNone(map, bySteps(map, values, column?.kind === "date" ? sinceText : fromText));
}

/** The most frequent texts have a colour each; of a thing that has several the most frequent counts. */
function byText(map: MapData, { texts, start, codes }: Extract<Column, { kind: "text" }>): Shades {
  const counts = new Uint32Array(texts.length);
  for (let i = 0; i < map.items; i++) if (map.kind[i] === 0) for (let k = start[i]; k < start[i + 1]; k++) counts[codes[k]] += 1;
  const order = [...texts.keys()].sort((a, b) => counts[b] - counts[a] || texts[a].localeCompare(texts[b]));
  const rank = new Uint32Array(texts.length);
  order.forEach((code, place) => (rank[code] = place));
  const of = new Uint8Array(map.items).fill(otherColour);
  const meaning = new Int32Array(map.items).fill(-1);
  for (let i = 0; i < map.items; i++) {
    for (let k = start[i]; k < start[i + 1]; k++) {
      const place = rank[codes[k]];
      if (meaning[i] < 0 || place < meaning[i]) meaning[i] = place;
    }
    if (meaning[i] >= 0) of[i] = Math.min(otherColour, meaning[i]);
  }
  return withNone(map, { of, meaning, meanings: order.map((code, place) => ({ label: texts[code], colour: Math.min(otherColour, place) })), steps: false, own: {} });
}

/** What has no such property is told too. */
function withNone(map: MapData, shades: Shades): Shades {
  const none = shades.meanings.length;
  return { ...shades, meaning: shades.meaning.map((m, i) => (m < 0 && map.kind[i] === 0 ? none : m)), meanings: [...shades.meanings, { label: "none stated", colour: otherColour }] };
}

const stepCount = 8;

/** Eight parts of as many things each, the least darkest: of spans of equal length most would be empty. */
function bySteps(map: MapData, values: Float64Array, text: (limits: number[]) => string[]): Shades {
  const of = new Uint8Array(map.items).fill(otherColour);
  const meaning = new Int32Array(map.items).fill(-1);
  const sorted = values.filter((v, i) => map.kind[i] === 0 && !Number.isNaN(v)).sort();
  const limits: number[] = [];
  for (let k = 0; k < stepCount && sorted.length > 0; k++) {
    const limit = sorted[Math.floor((k * sorted.length) / stepCount)];
    if (limits.at(-1) !== limit) limits.push(limit);
  }
  const colourOf = (bin: number): number => (limits.length === 1 ? 0 : Math.round((bin * (stepCount - 1)) / (limits.length - 1)));
  for (let i = 0; i < map.items; i++) {
    if (Number.isNaN(values[i]) || limits.length === 0) continue;
    let bin = 0;
    while (bin + 1 < limits.length && values[i] >= limits[bin + 1]) bin += 1;
    meaning[i] = bin;
    of[i] = colourOf(bin);
  }
  return { of, meaning, meanings: text(limits).map((label, bin) => ({ label, colour: colourOf(bin) })), steps: true, own: {} };
}

function sinceText(limits: number[]): string[] {
  const day = (t: number): string => new Date(t).toISOString().slice(0, 10);
  const precise = new Set(limits.map(day)).size < limits.length;
  return limits.map((t) => `since ${precise ? new Date(t).toISOString().slice(0, 16).replace("T", " ") : day(t)}`);
}

const numbers = new Intl.NumberFormat("en", { maximumSignificantDigits: 5 });

function fromText(limits: number[]): string[] {
  return limits.map((n) => `from ${numbers.format(n)}`);
}

/** How many of what is there each colour's meaning has, those with a colour of their own first. */
export function legendOf(map: MapData, shades: Shades, presence: Presence): TypeCount[] {
  const counts = new Array<number>(shades.meanings.length).fill(0);
  for (let i = 0; i < map.items; i++) if (presence.there[i] === 1 && map.kind[i] === 0 && shades.meaning[i] >= 0) counts[shades.meaning[i]] += 1;
  return shades.meanings
    .map((m, k) => ({ type: m.label, count: counts[k], colour: m.colour }))
    .filter((t) => t.count > 0)
    .sort((a, b) => a.colour - b.colour || b.count - a.count);
}

const smallest = 0.55;
const largest = 1.5;

/** What has no number where sizes tell one. */
const nothing = 0.4;

/**
 * By what part of its laid out radius a node is drawn.
 *
 * @param values the number of each item that a property states, NaN where there is none; null while it is not known
 */
export function sizesOf(map: MapData, forest: Forest, by: SizeBy, values: Float64Array | null): Float32Array {
  const sizes = new Float32Array(map.items).fill(1);
  if (by === "layout") return sizes;
  if (by !== "edges" && by !== "members") {
    if (values === null) return sizes;
    const largestValue = values.reduce((most, v) => (v > most ? v : most), 0);
    // The area tells the number, but for the least that can still be seen.
    return sizes.map((_, i) => (map.kind[i] !== 0 ? 1 : Number.isNaN(values[i]) ? nothing : smallest + (largest - smallest) * Math.sqrt(Math.max(0, values[i]) / (largestValue || 1))));
  }
  const measure = (i: number): number => Math.log2(1 + (by === "edges" ? forest.degree[i] : forest.start[i + 1] - forest.start[i]));
  let most = 0;
  for (let i = 0; i < map.items; i++) if (map.kind[i] === 0) most = Math.max(most, measure(i));
  if (most === 0) return sizes;
  for (let i = 0; i < map.items; i++) if (map.kind[i] === 0) sizes[i] = smallest + (largest - smallest) * (measure(i) / most) ** 1.5;
  return sizes;
}
