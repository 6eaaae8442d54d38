import { colourings, propertyOf, sizings, type ColourBy, type SizeBy } from "../map/arrangement";
import { looks } from "../state/looks";
import { view } from "../state/view";
import type { Action } from "./action";

export function colourMap(by: ColourBy): void {
  view.put({ colourBy: by });
}

export function sizeMap(by: SizeBy): void {
  view.put({ sizeBy: by });
}

const colourNames: Record<(typeof colourings)[number], string> = { type: "type", group: "group", age: "age" };

/** What colours tell, in a word. */
export function colourName(by: ColourBy): string {
  return propertyOf(by) ?? colourNames[by as keyof typeof colourNames];
}

/** The property that stands at things in the place of their names; null: names. */
export function captionMap(by: string | null): void {
  view.put({ caption: by });
}

/** A colour for a type, on all workspaces: a place in the palette, or #rrggbb; null: as the map chooses. */
export function colourType(type: string, colour: string | null): void {
  const { [type]: _, ...others } = looks.get().colours;
  looks.put({ colours: colour === null ? others : { ...others, [type]: colour } });
}

/** All types as the map chooses. */
export const resetColours: Action = {
  name: "Give all types their colours back",
  group: "Map",
  words: "reset own color legend",
  unavailable: () => (Object.keys(looks.get().colours).length === 0 ? "No type has a colour of your choice." : null),
  run: () => looks.put({ colours: {} }),
};

/** Names stand at things again. */
export const showNames: Action = {
  name: "Show names on the map rather than a property",
  group: "Map",
  words: "caption label reset",
  unavailable: () => (view.get().caption === null ? "Names are shown." : null),
  run: () => captionMap(null),
};
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
