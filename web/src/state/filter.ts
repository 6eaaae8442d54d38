import { store } from "./store";

/** What of the graph the outline and its table show. */
export interface Filter {
  /** As they are shown; none: all. */
  types: readonly string[];
  /** What the name holds, without regard to case. */
  text: string;
}

export const filter = store<Filter>({ types: [], text: "" });

export function isFiltering({ types, text }: Filter): boolean {
  return types.length > 0 || text.trim() !== "";
}

/** Shows only one type, or all again. */
export function filterByType(type: string): void {
  filter.put((f) => ({ types: f.types.length === 1 && f.types[0] === type ? [] : [type] }));
}
