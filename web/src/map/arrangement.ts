import type { ChosenColours } from "../look/palette";

/** How somebody arranged the map for looking: none of it is an event, nothing of it leaves the page. */
export interface Arrangement {
  /** Hidden with all inside. */
  hidden: string[];
  /** Groups opened or closed by hand. */
  held: Record<string, "open" | "closed">;
  /** Where things were moved to, in world units. */
  moved: Record<string, [number, number]>;
  /** Only these and what they are tied to are shown; null: all is. */
  only: string[] | null;
  colourBy: ColourBy;
  sizeBy: SizeBy;
  /** The property that stands in the place of names; null: names do. */
  caption: string | null;
  /** Colours of types by somebody's choice. */
  colours: ChosenColours;
}

export const colourings = ["type", "group", "age"] as const;
export const sizings = ["layout", "edges", "members"] as const;
/** One of what every map has, or what a property states. */
export type ColourBy = (typeof colourings)[number] | `of:${string}`;
/** One of the measures that every map has, or the number that a property states. */
export type SizeBy = (typeof sizings)[number] | `of:${string}`;

/** The property that colours or sizes tell, or null. */
export function propertyOf(by: SizeBy | ColourBy): string | null {
  return by.startsWith("of:") ? by.slice(3) : null;
}

export function readSizing(text: string | null): SizeBy {
  return sizings.find((s) => s === text) ?? (text !== null && /^of:./.test(text) ? (text as SizeBy) : "layout");
}

export function sameColours(one: ChosenColours, other: ChosenColours): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function readColouring(text: string | null): ColourBy {
  return colourings.find((c) => c === text) ?? (text !== null && /^of:./.test(text) ? (text as ColourBy) : "type");
}

export const plainArrangement: Arrangement = { hidden: [], held: {}, moved: {}, only: null, colourBy: "type", sizeBy: "layout", caption: null, colours: {} };
