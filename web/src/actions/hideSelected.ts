import { arranged } from "../map/arranged";
import type { Action } from "./action";
import { nothingSelected, selection } from "./selection";
import { selectNode } from "./selectNode";

/** Leaves what is selected out of the map, with all inside; nothing is stated by it. */
export const hideSelected: Action = {
  name: "Hide the selected things",
  group: "Map",
  words: "remove filter leave out",
  keys: ["h"],
  unavailable: nothingSelected,
  run: () => {
    const hidden = selection();
    arranged.put((a) => ({ hidden: [...a.hidden, ...hidden] }));
    selectNode(null);
  },
};
