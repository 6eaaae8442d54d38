import type { Store } from "./store";
import { view, type Filter } from "./view";

/** What of the graph the outline and its table show; a part of what one looks at, so it is in the address. */
export const filter: Store<Filter> = {
  get: () => view.get().listed,
  put: (change) => view.put((v) => ({ listed: { ...v.listed, ...(typeof change === "function" ? change(v.listed) : change) } })),
  subscribe: view.subscribe,
};

export function isFiltering({ types, text }: Filter): boolean {
  return types.length > 0 || text.trim() !== "";
}

/** Shows only one type, or all again. */
export function filterByType(type: string): void {
  filter.put((f) => ({ types: f.types.length === 1 && f.types[0] === type ? [] : [type] }));
}
