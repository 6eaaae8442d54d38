import { notify } from "../state/session";
import { view } from "../state/view";
import { selectNode } from "./selectNode";

/** Adds a thing to what is selected, or takes it away from it; what is added last is what the panel tells of. */
export function addToSelection(id: string): void {
  const { selected, also } = view.get();
  if (selected === null) selectNode(id);
  else if (selected === id) put(also);
  else if (also.includes(id)) put([...also.filter((other) => other !== id), selected]);
  else put([...also, selected, id]);
}

/** Selects what was enclosed on the map; or adds it. */
export function selectEnclosed(ids: string[], of: number, add: boolean): void {
  const { selected, also } = view.get();
  const before = add && selected !== null ? [...also, selected] : [];
  const all = [...before, ...ids.filter((id) => !before.includes(id))];
  if (all.length > 0) put(all);
  else selectNode(null);
  if (of > ids.length) notify("done", `The ${ids.length} largest of ${of} things there are selected: zoom in for the others.`);
}

function put(ids: readonly string[]): void {
  const selected = ids.at(-1);
  if (selected === undefined) selectNode(null);
  else view.put({ selected, also: ids.slice(0, -1), side: "details" });
}
