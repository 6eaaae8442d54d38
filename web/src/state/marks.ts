import type { Mark } from "../map/protocol";
import { map } from "../map/client";
import { store } from "./store";

/** What the map marks, by who wants it marked: what other people look at, and what changed between two moments. */
const marks = store<{ people: readonly Mark[]; changes: readonly Mark[] }>({ people: [], changes: [] });

export function mark(wanted: { people: readonly Mark[] } | { changes: readonly Mark[] }): void {
  marks.put(wanted);
  const { people, changes } = marks.get();
  map.tell({ say: "others", marks: [...people, ...changes] });
}
