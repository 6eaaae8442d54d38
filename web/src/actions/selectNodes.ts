import { map } from "../map/client";
import { view } from "../state/view";
import { selectNode } from "./selectNode";

/** More is not selected at once: the address would grow too long, and nobody would see what it means. */
export const mostSelected = 200;

/** Selects several things, the first of them as the one that the panel begins with. */
export function selectNodes(ids: readonly string[]): void {
  if (ids.length === 0) return selectNode(null);
  const [selected, ...also] = [...new Set(ids)].slice(0, mostSelected);
  view.put({ selected, also, side: "details" });
  map.tell({ say: "select", id: selected });
}

/** Selects a thing beside what is selected, or takes it out. */
export function toggleSelected(id: string): void {
  const now = selection();
  selectNodes(now.includes(id) ? now.filter((other) => other !== id) : [...now, id]);
}

/** All that is selected, the first in front. */
export function selection(): string[] {
  const { selected, also } = view.get();
  return selected === null ? [] : [selected, ...also];
}
