import type { Condition } from "../map/conditions";
import { mapState } from "../map/client";
import { mapPanels } from "../state/mapPanels";
import { view } from "../state/view";
import type { Action } from "./action";

/** Opens the panel that filters the map, or puts it away; filters stay. */
export const filterMap: Action = {
  name: "Filter the map",
  group: "Map",
  words: "property type range histogram values facet dim hide",
  keys: ["shift+f"],
  unavailable: () => (mapState.get().summary?.items ? null : "There is nothing to filter yet."),
  run: () => mapPanels.put((p) => ({ filter: !p.filter })),
};

/** Shows all of the map again. */
export const resetFilters: Action = {
  name: "Remove all filters of the map",
  group: "Map",
  words: "reset clear show all property",
  unavailable: () => (view.get().conditions.length === 0 ? "Nothing is filtered." : null),
  run: () => view.put({ conditions: [] }),
};

/** Dims what filters do not keep, or hides it. */
export const switchRest: Action = {
  name: "Dim or hide what filters leave out",
  group: "Map",
  words: "fade invisible",
  unavailable: () => (view.get().conditions.length === 0 ? "Nothing is filtered." : null),
  run: () => view.put({ hides: !view.get().hides }),
};

/** Filters by a key as a condition says, in the place of what was asked of it before; null: no more by that key. */
export function putCondition(key: string, condition: Condition | null): void {
  const { conditions } = view.get();
  const empty = condition === null || ("any" in condition ? condition.any.length === 0 : condition.from === null && condition.to === null);
  const at = conditions.findIndex((c) => c.key === key);
  const rest = conditions.filter((c) => c.key !== key);
  if (empty) view.put({ conditions: rest });
  else view.put({ conditions: at < 0 ? [...rest, condition] : conditions.map((c, k) => (k === at ? condition : c)) });
}
