import type { ChosenColours } from "../look/palette";
import { store } from "./store";

/** How one likes the map to look, on all workspaces: kept in this browser. */
export interface Looks {
  /** Of types by their name. */
  colours: ChosenColours;
  /** The small map of the whole is shown in the corner. */
  overview: boolean;
}

const key = "alchemist.looks";
const plain: Looks = { colours: {}, overview: true };

export const looks = store<Looks>(recall());

function recall(): Looks {
  if (typeof localStorage === "undefined") return plain;
  try {
    return read(JSON.parse(localStorage.getItem(key) ?? "{}"));
  } catch {
    // No storage, or what is in it is not ours.
    return plain;
  }
}

/** What is kept may be of another version, or of somebody who tried. */
export function read(kept: unknown): Looks {
  if (typeof kept !== "object" || kept === null) return plain;
  const { colours, overview } = kept as { colours?: unknown; overview?: unknown };
  const entries = typeof colours === "object" && colours !== null ? Object.entries(colours) : [];
  return {
    colours: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string" && /^([0-7]|#[0-9a-f]{6})$/.test(entry[1]))),
    overview: overview !== false,
  };
}

looks.subscribe(() => {
  try {
    localStorage.setItem(key, JSON.stringify(looks.get()));
  } catch {
    // Without storage it lasts until the page is left.
  }
});
