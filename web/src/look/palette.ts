/** Colours of the map. Types are told apart by the eight of Okabe and Ito, muted to lie calmly on paper or night. */
export interface Palette {
  sea: string;
  /** Grounds of open groups: see {@link landOf}. */
  land: string[];
  coast: string;
  ink: string;
  mutedInk: string;
  halo: string;
  line: string;
  accent: string;
  outgoing: string;
  incoming: string;
  born: string;
  shadow: string;
  types: string[];
  /** Fill of a closed group whose main type has that colour. */
  groups: string[];
  groupRims: string[];
  /** The lit part of a closed group. */
  domes: string[];
}

/** Place in a palette's types of what has no type, or one too many. */
export const otherColour = 8;

const light = ["#2b7bba", "#e39a1c", "#1f9a76", "#c8563a", "#b4739a", "#55a9d8", "#a9a11b", "#6a6fb5", "#8b8a84"];
const dark = ["#5aa2dd", "#f0b04a", "#3fbf98", "#e5785a", "#d296bb", "#86caf0", "#d8cf55", "#9a9ee6", "#8d949c"];

function mix(one: string, other: string, part: number): string {
  const channel = (at: number): string => {
    const from = parseInt(one.slice(at, at + 2), 16);
    const to = parseInt(other.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * part).toString(16).padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

export const lightPalette: Palette = {
  sea: "#eceff0",
  land: ["#faf9f5", "#f4f2eb", "#eceae1"],
  coast: "#cfcabd",
  ink: "#23262b",
  mutedInk: "#6b6d70",
  halo: "#fbfaf7",
  line: "#5c6670",
  accent: "#0b7285",
  outgoing: "#c2570c",
  incoming: "#1c6fb3",
  born: "#e8590c",
  shadow: "#28323c",
  ...tinted(light, false),
};

export const darkPalette: Palette = {
  sea: "#11151a",
  land: ["#191f26", "#1f262f", "#27303a"],
  coast: "#3a4652",
  ink: "#e8eaed",
  mutedInk: "#9aa4ae",
  halo: "#14191f",
  line: "#93a1af",
  accent: "#3bc9db",
  outgoing: "#ffa94d",
  incoming: "#74c0fc",
  born: "#ff922b",
  shadow: "#000000",
  ...tinted(dark, true),
};

/** From long ago to of late: evenly brighter, so that it reads the same for every kind of eyes, and in grey. */
const lightAges = ["#46246b", "#443f86", "#365f8f", "#287d8e", "#219780", "#55b060", "#9dbb3c", "#d8b525"];
const darkAges = ["#7d5fb0", "#6f78c0", "#5b90c4", "#4aa6bb", "#48bb9f", "#78cd7c", "#b6d95c", "#f2dd55"];

function tinted(types: string[], dark: boolean): Pick<Palette, "types" | "groups" | "groupRims" | "domes"> {
  const [paper, lit] = dark ? ["#171d24", "#222a33"] : ["#fbfaf6", "#ffffff"];
  return {
    types,
    groups: types.map((c) => mix(c, paper, dark ? 0.76 : 0.77)),
    groupRims: types.map((c) => mix(c, paper, dark ? 0.4 : 0.42)),
    domes: types.map((c) => mix(c, lit, dark ? 0.68 : 0.9)),
  };
}

/** Colours of somebody's choice, by place in the palette. */
export type OwnColours = Readonly<Record<number, string>>;

const made = new Map<string, Palette>();
const mostMade = 40;

/**
 * The palette for the light or the dark.
 *
 * @param steps the first eight colours grow evenly brighter, from little to much
 * @param own colours that stand in the place of others; one that could hardly be seen on the ground is moved away from it
 */
export function paletteOf(dark: boolean, steps: boolean, own: OwnColours = {}): Palette {
  const plain = dark ? darkPalette : lightPalette;
  const chosen = Object.entries(own);
  if (!steps && chosen.length === 0) return plain;
  // The same object for the same choice: what is derived from it is kept by it.
  const key = `${dark} ${steps} ${chosen.join()}`;
  let palette = made.get(key);
  if (!palette) {
    const types = steps ? [...(dark ? darkAges : lightAges), plain.types[otherColour]] : [...plain.types];
    if (!steps) for (const [place, colour] of chosen) types[Number(place)] = seenOn(plain.sea, colour);
    palette = { ...plain, ...tinted(types, dark) };
    if (made.size >= mostMade) made.clear();
    made.set(key, palette);
  }
  return palette;
}

/** What graphics need to be told from their ground, as WCAG 2.2 has it (1.4.11), a little less: discs are large. */
const leastContrast = 2.4;

/** A colour that is told from its ground: itself, or as much darker or lighter as it takes. */
export function seenOn(ground: string, colour: string): string {
  const away = luminance(ground) > 0.4 ? "#000000" : "#ffffff";
  for (let part = 0; part < 1; part += 0.1) {
    const found = part === 0 ? colour : mix(colour, away, part);
    if (contrast(found, ground) >= leastContrast) return found;
  }
  return away;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const channel = (at: number): number => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The ground of a group: a little deeper at first, then alternating, so that deep trees do not turn to mud. */
export function landOf(palette: Palette, depth: number): string {
  return palette.land[depth < 3 ? depth : 1 + (depth % 2)];
}

const containers: ReadonlySet<string> = new Set(["Folder", "Group", "Directory", "Package", "Context", "Repository", "History", "People", "Year"]);

/** A type's colour by somebody's choice: the place of one in the palette, “0” to “7”, or any other as #rrggbb. */
export type ChosenColours = Readonly<Record<string, string>>;

/**
 * Which colour each type has: what somebody chose, else one of its own for what a team meets most often, while the rest
 * shares one. Containers are shown by their shape and stay neutral.
 */
export function coloursOfTypes(types: string[], counts: number[], chosen: ChosenColours = {}): { colours: Uint8Array; own: OwnColours } {
  const colours = new Uint8Array(types.length).fill(otherColour);
  const own: Record<number, string> = {};
  const free = new Set(Array.from({ length: otherColour }, (_, place) => place));
  const ranked = types
    .map((type, index) => ({ type, index, count: counts[index] ?? 0, wish: Object.hasOwn(chosen, type) ? chosen[type] : undefined }))
    .filter((t) => t.count > 0 && (t.wish !== undefined || !containers.has(t.type)))
    .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type));
  for (const { index, wish } of ranked) {
    if (wish === undefined || !/^[0-7]$/.test(wish)) continue;
    colours[index] = Number(wish);
    free.delete(Number(wish));
  }
  // The last places are those that are least often looked at.
  for (const { index, wish } of ranked) {
    const place = wish?.startsWith("#") ? Math.max(...free) : -1;
    if (place < 0) continue;
    colours[index] = place;
    own[place] = wish!;
    free.delete(place);
  }
  for (const { index, wish } of ranked) {
    const [place] = free;
    if (wish !== undefined || free.size === 0) continue;
    colours[index] = place;
    free.delete(place);
  }
  return { colours, own };
}
