import type { Arrangement } from "./arrangement";
import type { Condition } from "./conditions";
import type { Box, Camera } from "./camera";
import type { Histogram } from "./time";

/** What the page tells the worker that draws the map. */
export type ToWorker =
  | { say: "start"; above: OffscreenCanvas | null; below: OffscreenCanvas | null; ratio: number; width: number; height: number; dark: boolean; calm: boolean }
  | { say: "size"; width: number; height: number; ratio: number }
  | { say: "covered"; left: number; right: number; top: number; bottom: number }
  | { say: "look"; dark: boolean; calm: boolean }
  | { say: "card"; below: OffscreenCanvas }
  | { say: "load"; url: string; camera?: Camera; keepPlaces: boolean }
  | { say: "drag"; dx: number; dy: number }
  | { say: "pan"; dx: number; dy: number }
  | { say: "deep"; deep: boolean }
  | { say: "turn"; side: Side }
  | { say: "release"; vx: number; vy: number }
  | { say: "zoom"; x: number; y: number; factor: number }
  | { say: "steer"; dx: number; dy: number; factor: number }
  | { say: "hover"; x: number; y: number; touch: boolean }
  | { say: "leave" }
  | { say: "point"; id: string }
  | { say: "click"; x: number; y: number; touch: boolean; twice: boolean; add: boolean }
  | { say: "select"; id: string | null; also?: readonly string[] }
  | { say: "enclose"; polygon: number[]; add: boolean }
  | { say: "carry"; id: string; dx: number; dy: number; done: boolean }
  | { say: "arrange"; arrangement: Arrangement }
  | { say: "way"; ids: string[] }
  | { say: "edge"; edge: { from: string; to: string } | null }
  | { say: "fly"; id: string }
  | { say: "fly-to-all"; ids: string[] }
  | { say: "fit" }
  | { say: "camera"; camera: Camera }
  | { say: "filter"; conditions: readonly Condition[]; hide: boolean }
  | { say: "time"; time: number | null }
  | { say: "rename"; id: string; name: string }
  | { say: "highlight"; type: string | null }
  | { say: "overview"; size: { width: number; height: number; ratio: number } | null }
  | { say: "look-at"; x: number; y: number }
  | { say: "others"; marks: Mark[] }
  | { say: "ask"; number: number; question: Question }
  | { say: "measure"; seconds: number }
  | { say: "break"; what: "card" | "worker" };

/** From which side one looks in three dimensions. */
export interface Side {
  yaw: number;
  pitch: number;
  z: number;
}

export type ExportFormat = "png" | "svg" | "html";

/** Something that another person looks at. */
export interface Mark {
  id: string;
  name: string;
  colour: string;
  /** Selected; else the pointer is on it. */
  chosen: boolean;
  /** It is no more: where it stood is marked. */
  gone?: boolean;
}

export type Question =
  | { about: "members"; id: string | null; offset: number; limit: number }
  | { about: "path"; id: string }
  | { about: "step"; id: string | null; direction: "left" | "right" | "up" | "down" | "in" | "out" }
  | { about: "facet"; key: string; text: string }
  | { about: "names"; ids: string[] }
  | { about: "way"; from: string; to: string }
  | { about: "edges"; from: string; to: string; limit: number }
  | { about: "ties"; id: string }
  | { about: "outward"; id: string; limit: number }
  | { about: "export"; format: ExportFormat; title: string; at: string };

/** How colours are to be read. */
export interface Coloured {
  /** They grow evenly brighter, from little to much; else each stands for something else. */
  steps: boolean;
  /** Colours of somebody's choice, by place in the palette. */
  own: Readonly<Record<number, string>>;
  /** Why colours do not tell what they should; null: they do. */
  problem: string | null;
}

/** How many of the things that are there all filters keep. */
export interface Filtered {
  found: number;
  of: number;
  /** What the server states is still on its way. */
  waiting: boolean;
  problem: string | null;
}

/** What a key says of the things on the map. */
export type Facet =
  | { kind: "number" | "date"; least: number; most: number; log: boolean; bins: number[]; count: number; without: number; whole: boolean }
  | { kind: "text"; values: { text: string; count: number }[]; distinct: number; without: number }
  | { kind: "problem"; problem: string };

/** The property that sizes tell: how many things have it, and the largest; or why it is not known. */
export type Sized = { key: string } & ({ count: number; most: number } | { problem: string });

export interface MapItem {
  id: string;
  name: string;
  type: string | null;
  isGroup: boolean;
  /** Nodes inside now; 1 for a node. */
  count: number;
  /** Members, shown or not. */
  members: number;
  colour: number;
}

export interface TypeCount {
  type: string;
  count: number;
  colour: number;
}

export interface MapSummary {
  position: number;
  refining: boolean;
  items: number;
  edges: number;
  /** Nodes there at the time shown. */
  shown: number;
  types: TypeCount[];
}

export interface Measured {
  frames: number;
  /** Milliseconds of work in a frame, at these parts of all frames. */
  drawMs: { median: number; p95: number; worst: number };
  /** Of these, for finding what is seen, making its lists, and handing them to what draws. */
  submitMs: { median: number; p95: number; worst: number };
  /** Milliseconds between frames. */
  intervalMs: { median: number; p95: number; worst: number };
}

/** What the worker tells the page. */
export type FromWorker =
  | { say: "loading"; bytes: number; of: number }
  | { say: "loaded"; summary: MapSummary; histogram: Histogram | null }
  | { say: "failed"; problem: string }
  | { say: "counts"; shown: number; types: TypeCount[] }
  | { say: "hovered"; item: (MapItem & { x: number; y: number; from: number; to: number; edges: number; gone?: boolean }) | null }
  | { say: "touched"; edge: EdgeHint | null }
  | { say: "picked-edge"; from: string; to: string }
  | { say: "picked"; id: string | null; twice: boolean; add: boolean }
  | { say: "enclosed"; ids: string[]; of: number; add: boolean }
  | { say: "carried"; id: string; x: number; y: number }
  | { say: "drawing"; by: "card" | "canvas"; why?: "none" | "lost" }
  | { say: "want-card" }
  | { say: "sized"; sized: Sized | null }
  | { say: "coloured"; coloured: Coloured }
  | { say: "filtered"; filtered: Filtered | null }
  | { say: "moved"; camera: Camera; side: Side; deep: boolean; trail: { id: string; name: string }[]; box: Box; resting: boolean; chosen: boolean }
  | { say: "overview"; picture: ImageBitmap; camera: Camera }
  | { say: "answer"; number: number; answer: unknown }
  | { say: "measured"; measured: Measured };

/** How many edges of a type lead from one thing to another, and how many back. */
export interface Tally {
  type: string;
  there: number;
  back: number;
}

/** An edge under the pointer, at a point in pixels: one, or all that is drawn as one line. */
export interface EdgeHint {
  from: MapItem;
  to: MapItem;
  /** Only those that lead from the first to the second. */
  directed: boolean;
  /** The most frequent types. */
  tallies: Tally[];
  types: number;
  total: number;
  x: number;
  y: number;
}

export interface EdgesAnswer {
  from: MapItem;
  to: MapItem;
  tallies: Tally[];
  total: number;
  /** How many there are, several of one type between the same two counted once. */
  listed: number;
  /** The first of them; each end with how many edges it has. */
  edges: { type: string; from: EdgeEnd; to: EdgeEnd }[];
}

/** What a thing beside a group is tied to in it. */
export interface Outward {
  other: MapItem;
  /** There: from the group. */
  tallies: Tally[];
  total: number;
}

export interface EdgeEnd {
  id: string;
  name: string;
  edges: number;
}

export interface MembersAnswer {
  total: number;
  items: MapItem[];
}
