import { view } from "../state/view";
import { map } from "../map/client";

/** Shows a thing in the panel and marks it on the map; null: nothing. */
export function selectNode(id: string | null): void {
  view.put(id === null ? { selected: null, also: [], side: view.get().side === "details" ? null : view.get().side } : { selected: id, also: [], side: "details" });
  map.tell({ say: "select", id });
}
