import { view } from "../state/view";
import type { Action } from "./action";
import { leaveEdge } from "./selectEdge";
import { selectNode } from "./selectNode";

/** Goes back from an edge to what is selected; else selects nothing. */
export const clearSelection: Action = {
  name: "Select nothing",
  group: "Map",
  words: "deselect",
  keys: ["escape"],
  unavailable: () => (view.get().selected === null && view.get().edge === null ? "Nothing is selected." : null),
  run: () => (view.get().edge === null ? selectNode(null) : leaveEdge()),
};
