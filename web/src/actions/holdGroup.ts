import { arranged } from "../map/arranged";
import type { Action } from "./action";
import { nothingSelected, selection } from "./selection";

/** Opens the selected groups however small they are, closes those that are held open, and lets go of those held closed. */
export const holdGroup: Action = {
  name: "Open or close the selected groups",
  group: "Map",
  words: "expand collapse fold unfold",
  keys: ["x"],
  unavailable: nothingSelected,
  run: () => {
    arranged.put((a) => {
      const held = new Map(Object.entries(a.held));
      for (const id of selection()) {
        const how = held.get(id);
        if (how === "closed") held.delete(id);
        else held.set(id, how === "open" ? "closed" : "open");
      }
      return { held: Object.fromEntries(held) };
    });
  },
};
