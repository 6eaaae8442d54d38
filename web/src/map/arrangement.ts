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
}

export const colourings = ["type", "group", "age"] as const;
export const sizings = ["layout", "edges", "members"] as const;
export type ColourBy = (typeof colourings)[number];
export type SizeBy = (typeof sizings)[number];

export const plainArrangement: Arrangement = { hidden: [], held: {}, moved: {}, only: null, colourBy: "type", sizeBy: "layout" };
