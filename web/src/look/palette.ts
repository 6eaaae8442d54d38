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

export function mix(one: string, other: string, part: number): string {
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

const lightAgeing: Palette = { ...lightPalette, ...tinted([...lightAges, light[otherColour]], false) };
const darkAgeing: Palette = { ...darkPalette, ...tinted([...darkAges, dark[otherColour]], true) };

/** The palette in which the first eight colours tell ages. */
export function ageing(palette: Palette): Palette {
  return palette === darkPalette ? darkAgeing : lightAgeing;
}

/** The ground of a group: a little deeper at first, then alternating, so that deep trees do not turn to mud. */
export function landOf(palette: Palette, depth: number): string {
  return palette.land[depth < 3 ? depth : 1 + (depth % 2)];
}

/**
 * Which colour each type has: what a team meets most often gets a colour of its own, the rest share one. Containers are
 * shown by their shape and stay neutral.
 */
export function coloursOfTypes(types: string[], counts: number[]): Uint8Array {
  const containers = new Set(["Folder", "Group", "Directory", "Package", "Context", "Repository", "History", "People", "Year"]);
  const colours = new Uint8Array(types.length).fill(otherColour);
  types
    .map((type, index) => ({ type, index, count: counts[index] ?? 0 }))
    .filter((t) => t.count > 0 && !containers.has(t.type))
    .sort((a, b) => b.count - a.count || a.type.localeCompare(b.type))
    .slice(0, otherColour)
    .forEach((t, place) => (colours[t.index] = place));
  return colours;
}
