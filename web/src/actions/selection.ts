import { notify } from "../state/session";
import { view } from "../state/view";
import { selectNode } from "./selectNode";

/** More is not selected at once: the address would grow too long, and nobody would see what it means. */
export const mostSelected = 200;

/** All that is selected, the first in front: the panel begins with it, and edges lead from it. */
export function selection(): string[] {
  const { selected, also } = view.get();
  return selected === null ? [] : [selected, ...also];
}

/** For actions on what is selected: why they cannot be done. */
export function nothingSelected(): string | null {
  return view.get().selected === null ? "Select something on the map first." : null;
}

/** Selects several things, the first of them as the one that the panel begins with. */
export function selectNodes(ids: readonly string[]): void {
  if (ids.length === 0) return selectNode(null);
  const [selected, ...also] = [...new Set(ids)].slice(0, mostSelected);
  view.put({ selected, also, side: "details" });
}

/** Selects a thing beside what is selected, or takes it out. */
export function toggleSelected(id: string): void {
  const now = selection();
  selectNodes(now.includes(id) ? now.filter((other) => other !== id) : [...now, id]);
}

/** Selects what was enclosed on the map; or adds it. */
export function selectEnclosed(ids: readonly string[], of: number, add: boolean): void {
  selectNodes([...(add ? selection() : []), ...ids]);
  if (of > ids.length) notify("done", `The ${ids.length} largest of ${of} things there are selected: zoom in for the others.`);
}
