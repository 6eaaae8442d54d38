import { arranged } from "../map/arranged";
import type { Action } from "./action";

/** Puts everything back to where the layout has it, shown and opened by size alone. */
export const arrangeAnew: Action = {
  name: "Put the map back as it was laid out",
  group: "Map",
  words: "reset unpin positions layout",
  unavailable: () => {
    const { hidden, held, moved, only } = arranged.get();
    return hidden.length === 0 && Object.keys(held).length === 0 && Object.keys(moved).length === 0 && only === null ? "It is as it was laid out." : null;
  },
  run: () => arranged.put({ hidden: [], held: {}, moved: {}, only: null }),
};
