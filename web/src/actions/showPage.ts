import { view } from "../state/view";
import type { Action } from "./action";

/** Opens the page of what is selected over the map, or puts it away. */
export const showPage: Action = {
  name: "Page of what is selected",
  group: "Show",
  words: "notes write markdown read",
  keys: ["p"],
  unavailable: () => (view.get().selected === null && !view.get().page ? "Nothing is selected." : null),
  run: () => view.put({ page: !view.get().page }),
};
