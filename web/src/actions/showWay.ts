import { map, mapState } from "../map/client";
import { notify } from "../state/session";
import type { Action } from "./action";
import { selection, selectNodes } from "./selection";

/** Shows the shortest path between two things, or says that there is none. */
export function showWayBetween(from: string, to: string): void {
  void map.way(from, to).then((way) => {
    if (way.length === 0) return notify("done", "No edges lead from one to the other, at the time and in the part of the map that is shown.");
    selectNodes([from, to]);
    map.showWay(way);
    map.tell({ say: "fly-to-all", ids: way.map((item) => item.id) });
  });
}

/** Shows the shortest way between two selected things; again, it is put away. */
export const showWay: Action = {
  name: "Show the shortest path between two selected things",
  group: "Map",
  words: "way route connection between",
  keys: ["w"],
  unavailable: () => (mapState.get().way === null && selection().length !== 2 ? "Select two things on the map first: Shift and a click adds one." : null),
  run: () => {
    if (mapState.get().way !== null) return map.showWay(null);
    const [from, to] = selection();
    showWayBetween(from, to);
  },
};
