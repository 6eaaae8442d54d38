import { view } from "../state/view";
import type { Action } from "./action";

/** Changes between the flat map and the one with depth. */
export const switchDimensions: Action = {
  name: "Change between two and three dimensions",
  group: "Map",
  words: "3d 2d depth perspective flat",
  keys: ["3"],
  run: () => view.put({ dimensions: view.get().dimensions === 2 ? 3 : 2 }),
};
