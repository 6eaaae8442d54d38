import { view } from "../state/view";

/** Shows a thing in the panel; the map, which follows what is selected, marks it. null: nothing. */
export function selectNode(id: string | null): void {
  view.put(id === null ? { selected: null, also: [], edge: null, side: view.get().side === "details" ? null : view.get().side } : { selected: id, also: [], edge: null, side: "details" });
}
