import { map } from "../map/client";
import { view } from "../state/view";
import type { Action } from "./action";

/** Shows the edges between two things in the panel, and points them out on the map; what is selected stays. */
export function selectEdge(from: string, to: string): void {
  view.put({ edge: { from, to }, side: "details", page: false });
}

/** Back from an edge to what is selected, or to nothing. */
export function leaveEdge(): void {
  const { selected, side } = view.get();
  view.put({ edge: null, side: selected === null && side === "details" ? null : side });
}

function walk(step: 1 | -1): void {
  const { selected, edge } = view.get();
  if (selected === null) return;
  void map.ties(selected).then((ties) => {
    if (ties.length === 0) return;
    const at = edge === null ? -1 : ties.findIndex((t) => t.id === (edge.from === selected ? edge.to : edge.from));
    const next = at < 0 ? (step > 0 ? 0 : ties.length - 1) : (at + step + ties.length) % ties.length;
    selectEdge(selected, ties[next].id);
  });
}

const needsOne = (): string | null => (view.get().selected === null ? "Select something first: its edges are gone through." : null);

/** Goes through the edges of what is selected, the strongest first. */
export const nextEdge: Action = { name: "Next edge of the selected thing", group: "Map", words: "relation connection walk", keys: ["."], unavailable: needsOne, run: () => walk(1) };

export const formerEdge: Action = { name: "Former edge of the selected thing", group: "Map", words: "relation connection walk previous", keys: [","], unavailable: needsOne, run: () => walk(-1) };
