import { view } from "../state/view";
import type { Action } from "./action";
import { selectNode } from "./selectNode";

/** Selects nothing. */
export const clearSelection: Action = {
  name: "Select nothing",
  group: "Map",
  words: "deselect",
  keys: ["escape"],
  unavailable: () => (view.get().selected === null ? "Nothing is selected." : null),
  run: () => selectNode(null),
};
