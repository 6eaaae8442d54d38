import { view } from "../state/view";
import type { Action } from "./action";

/** Shows what is on the map as a table, or puts it away. */
export const showTable: Action = {
  name: "Table",
  group: "Show",
  words: "outline rows columns spreadsheet csv list",
  keys: ["t"],
  run: () => {
    const { outline, table } = view.get();
    view.put(outline && table ? { outline: false } : { outline: true, table: true });
  },
};
