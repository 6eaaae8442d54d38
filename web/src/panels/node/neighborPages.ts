import { useEffect, useState } from "react";
import type { Neighbor } from "../../api/contract";
import { messageOf } from "../../look/message";
import { api } from "../../state/workspace";

const page = 12;

/** Who filters looks through all of them, but not through more than these. */
const filteredAtOnce = 1000;
const mostFiltered = 5000;

interface Found {
  list: Neighbor[];
  cursor: string | undefined;
  total: number;
  problem: string | null;
}

const nothing: Found = { list: [], cursor: undefined, total: 0, problem: null };

/** The neighbours of one relation, as far as they are wanted. */
export function useNeighbors(
  id: string,
  relation: string,
  direction: "in" | "out",
  time: number | null,
  open: boolean,
  all: boolean,
): { list: Neighbor[]; left: number; problem: string | null; waiting: boolean; more: () => void } {
  const [found, put] = useState<Found | null>(null);
  const [asked, ask] = useState(0);
  const known = found?.list.length ?? 0;
  const hasMore = found === null || found.cursor !== undefined;
  const wanted = open && hasMore && (found?.problem ?? null) === null && (found === null || asked > 0 || (all && known < mostFiltered));
  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    const cursor = found?.cursor;
    api()
      .neighbors(id, { relation, direction, limit: all ? filteredAtOnce : page, time, ...(cursor ? { cursor } : {}) }, abort.signal)
      .then(
        (answer) => {
          put((f) => ({ list: [...(f?.list ?? []), ...answer.neighbors], cursor: answer.cursor, total: answer.total, problem: null }));
          ask(0);
        },
        (error: unknown) => {
          if (!abort.signal.aborted) put((f) => ({ ...(f ?? nothing), problem: messageOf(error) }));
        },
      );
    return () => abort.abort();
    // A page is asked for once, when it is wanted; what it is of never changes for this list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted, known]);
  return {
    list: found?.list ?? [],
    left: found?.cursor === undefined ? 0 : Math.max(0, found.total - known),
    problem: found?.problem ?? null,
    waiting: wanted,
    more: () => {
      put((f) => (f ? { ...f, problem: null } : f));
      ask(1);
    },
  };
}
