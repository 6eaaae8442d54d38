import { useAnswer } from "../../state/answer";
import { map } from "../../map/client";
import { api } from "../../state/workspace";
import { useEffect, useState } from "react";
import { mapState } from "../../map/client";
import { useStore } from "../../state/store";
import type { Row } from "../../api/contract";
import { around, linkedIds, notesKey } from "../../state/links";

/** Names that the map does not know are asked for one by one, but not more of them. */
const mostAsked = 40;

/** The names of things now; of what was merged, that of what it is shown as. */
export function useLinkNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const edition = useStore(mapState, (m) => m.edition);
  const [names, put] = useState<ReadonlyMap<string, string>>(() => new Map());
  const key = ids.join(" ");
  useEffect(() => {
    if (key === "") return;
    const abort = new AbortController();
    const wanted = key.split(" ");
    void (async () => {
      const known = await map.names(wanted);
      const found = new Map(wanted.flatMap((id, k) => (typeof known[k] === "string" ? [[id, known[k]] as const] : [])));
      const unknown = wanted.filter((id) => !found.has(id)).slice(0, mostAsked);
      await Promise.all(unknown.map((id) => api().node(id, null, undefined, abort.signal).then(({ node }) => found.set(id, node.name), () => null)));
      if (!abort.signal.aborted) put(found);
    })();
    return () => abort.abort();
  }, [key, edition]);
  return names;
}

export interface Backlink {
  id: string;
  name: string;
  type: string | undefined;
  around: string;
}

/** A page of these at once; all are looked through. */
const rowsAtOnce = 10_000;

/** Whose notes link to one of some things. */
export function useBacklinks(ids: readonly string[], edition: number): { links: Backlink[] | null; problem: string | null } {
  const key = ids.join(" ");
  const { value, problem } = useAnswer(`${key} ${edition}`, key, async (signal) => {
    const rows: Row[] = [];
    let cursor: string | undefined;
    do {
      const answer = await api().rows({ properties: [notesKey], stated: true, limit: rowsAtOnce, ...(cursor ? { cursor } : {}) }, signal);
      rows.push(...answer.rows);
      cursor = answer.cursor;
    } while (cursor !== undefined);
    return backlinks(rows, key.split(" "));
  });
  return { links: value, problem };
}

/** The rows whose notes link to one of some things, by name. */
function backlinks(rows: readonly Row[], ids: readonly string[]): Backlink[] {
  return rows
    .flatMap(({ node, properties }) => {
      const notes = properties[notesKey];
      if (typeof notes !== "string" || ids.includes(node.id) || !linkedIds(notes).some((id) => ids.includes(id))) return [];
      return [{ id: node.id, name: node.name, type: node.types.at(0), around: around(notes, ids) }];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
