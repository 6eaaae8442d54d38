import { useEffect, useMemo, useState } from "react";
import type { Row } from "../../api/contract";
import { messageOf } from "../../look/message";
import { mapState } from "../../map/client";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api, isOpen } from "../../state/workspace";
import type { Column } from "./table";

/** More are not held: a table of them helps nobody. */
export const mostRows = 200_000;

const rowsAtOnce = 10_000;

export interface Rows {
  rows: readonly Row[];
  /** All that there is has come, or as much as is held. */
  whole: boolean;
  problem: string | null;
}

/** All things as rows with some properties, loaded a part at a time; the former ones stay until the new ones are there. */
export function useRows(wanted: boolean, properties: readonly string[]): Rows {
  const edition = useStore(mapState, (m) => m.edition);
  const time = useStore(view, (v) => v.time);
  const workspace = useStore(view, (v) => v.workspace);
  const [state, put] = useState<Rows & { of: string | null }>({ rows: [], whole: false, problem: null, of: null });
  const keys = properties.join(",");
  useEffect(() => {
    if (!wanted || !isOpen()) return;
    const abort = new AbortController();
    const load = async (): Promise<void> => {
      const rows: Row[] = [];
      let cursor: string | undefined;
      do {
        const answer = await api().rows({ properties: keys === "" ? [] : keys.split(","), limit: rowsAtOnce, time, ...(cursor ? { cursor } : {}) }, abort.signal);
        rows.push(...answer.rows);
        cursor = answer.cursor;
        // The first part is shown at once where there is nothing yet.
        put((s) => (s.rows.length < rows.length && !s.whole ? { ...s, rows: [...rows], of: workspace } : s));
      } while (cursor !== undefined && rows.length < mostRows && !abort.signal.aborted);
      if (!abort.signal.aborted) put({ rows, whole: true, problem: null, of: workspace });
    };
    load().catch((error: unknown) => {
      if (!abort.signal.aborted) put((s) => ({ ...s, problem: messageOf(error) }));
    });
    return () => abort.abort();
  }, [wanted, edition, time, workspace, keys]);
  return state.of === workspace ? state : { rows: [], whole: false, problem: state.problem };
}

const columnsKey = "alchemist.columns";
const mostColumns = 20;

/** Which properties are columns; kept in this browser. */
export function useColumns(): { columns: Column[]; properties: string[]; toggle: (property: string) => void } {
  const [properties, put] = useState<string[]>(() => {
    try {
      const kept = JSON.parse(localStorage.getItem(columnsKey) ?? "[]") as unknown;
      return Array.isArray(kept) ? kept.filter((k): k is string => typeof k === "string").slice(0, mostColumns) : [];
    } catch {
      return [];
    }
  });
  const columns = useMemo<Column[]>(() => ["name", "type", "neighbors", "changed", ...properties.map((p) => `.${p}` as const)], [properties]);
  const toggle = (property: string): void => {
    const next = properties.includes(property) ? properties.filter((p) => p !== property) : [...properties, property].slice(0, mostColumns);
    localStorage.setItem(columnsKey, JSON.stringify(next));
    put(next);
  };
  return { columns, properties, toggle };
}
