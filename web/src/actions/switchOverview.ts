import { looks } from "../state/looks";
import type { Action } from "./action";

/** Shows the whole map in a corner while one sees a part of it, or does not. */
export const switchOverview: Action = {
  name: "Show the overview in the corner, or hide it",
  group: "Map",
  words: "minimap small map whole bird",
  keys: ["v"],
  unavailable: () => (innerWidth <= 760 ? "There is no room for it here." : null),
  run: () => looks.put({ overview: !looks.get().overview }),
};
