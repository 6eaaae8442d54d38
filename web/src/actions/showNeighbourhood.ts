import { arranged } from "../map/arranged";
import { map } from "../map/client";
import type { Action } from "./action";
import { nothingSelected, selection } from "./selection";

/** Shows only what is selected and what is within one or two steps of it; again, all. */
export const showNeighbourhood: Action = {
  name: "Show only what is around the selected things",
  group: "Map",
  words: "neighbourhood neighborhood focus local isolate",
  keys: ["n"],
  unavailable: () => (arranged.get().only === null ? nothingSelected() : null),
  run: () => {
    arranged.put({ only: arranged.get().only === null ? selection() : null });
    map.tell({ say: "fit" });
  },
};
