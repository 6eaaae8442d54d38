import { useCallback, useState } from "react";
import type { Term } from "../../api/contract";
import { api, isOpen } from "../../state/workspace";

/** A property that things here have. */
export interface Known {
  key: string;
  count: number;
  numeric: boolean;
}

/** The properties of all types, the most used first. */
function propertiesOf(terms: readonly Term[]): Known[] {
  const all = new Map<string, Known>();
  for (const { relation, properties } of terms) {
    if (relation) continue;
    for (const { key, count, numeric = false } of properties) {
      const known = all.get(key);
      all.set(key, { key, count: (known?.count ?? 0) + count, numeric: numeric || (known?.numeric ?? false) });
    }
  }
  return [...all.values()].sort((a, b) => b.count - a.count || a.key.localeCompare(b.key));
}

/** The properties that things here have, once somebody looks for them. */
export function useProperties(): [readonly Known[], () => void] {
  const [known, put] = useState<readonly Known[]>([]);
  const look = useCallback(() => {
    if (!isOpen()) return;
    void api()
      .ontology(null)
      .then(({ terms }) => put(propertiesOf(terms)))
      // What every map has is there all the same.
      .catch(() => put([]));
  }, []);
  return [known, look];
}
