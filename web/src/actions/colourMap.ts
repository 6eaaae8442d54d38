import { colourings, propertyOf, sizings, type ColourBy, type SizeBy } from "../map/arrangement";
import { view } from "../state/view";
import type { Action } from "./action";

export function colourMap(by: ColourBy): void {
  view.put({ colourBy: by });
}

export function sizeMap(by: SizeBy): void {
  view.put({ sizeBy: by });
}

export const colourNames: Record<ColourBy, string> = { type: "type", group: "group", age: "age" };
const sizeNames: Record<(typeof sizings)[number], string> = { layout: "layout", edges: "edges", members: "members" };

/** The measure in a word. */
export function sizeName(by: SizeBy): string {
  return propertyOf(by) ?? sizeNames[by as keyof typeof sizeNames];
}

/** One for each thing that colours may tell. */
export const colourActions: readonly Action[] = colourings.map((by) => ({
  name: `Colour the map by ${colourNames[by]}`,
  group: "Map",
  words: "color legend",
  unavailable: () => (view.get().colourBy === by ? "It is coloured so already." : null),
  run: () => colourMap(by),
}));

/** One for each measure that the size of a node may tell. */
export const sizeActions: readonly Action[] = sizings.map((by) => ({
  name: by === "layout" ? "Size nodes as they are laid out" : `Size nodes by their ${sizeNames[by]}`,
  group: "Map",
  words: "degree measure radius",
  unavailable: () => (view.get().sizeBy === by ? "They are sized so already." : null),
  run: () => sizeMap(by),
}));
