import { arranged } from "../map/arranged";
import type { Action } from "./action";

/** Shows again what was hidden. */
export const showHidden: Action = {
  name: "Show what is hidden",
  group: "Map",
  words: "unhide all again",
  keys: ["shift+h"],
  unavailable: () => (arranged.get().hidden.length === 0 ? "Nothing is hidden." : null),
  run: () => arranged.put({ hidden: [] }),
};
