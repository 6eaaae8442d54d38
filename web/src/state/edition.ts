import { useMemo, useState } from "react";
import type { EventRecord } from "../api/contract";
import { session, stream } from "./session";
import { useStore } from "./store";

/**
 * Which edition of a thing, or of some, is the latest: the position of the last event about it that came, so that what
 * shows it asks anew when, and only when, it is another; and the position that the answer must have reached.
 */
export function useEdition(...ids: readonly string[]): { edition: number; atLeast: number | undefined } {
  const edition = useStore(stream, (s) => lastAbout(ids, s.waiting) || lastAbout(ids, s.events));
  const known = useStore(session, (s) => s.position > 0);
  return useMemo(() => ({ edition, atLeast: known && edition > 0 ? edition : undefined }), [edition, known]);
}

const lookBack = 400;

function lastAbout(ids: readonly string[], events: readonly Pick<EventRecord, "entity" | "type" | "position" | "data">[]): number {
  for (let k = events.length - 1; k >= Math.max(0, events.length - lookBack); k--) if (concerns(events[k], ids)) return events[k].position;
  return 0;
}

/** Events about an edge that do not name its ends: they may concern anything. What an edge is described by concerns it alone. */
const ofEdges: readonly string[] = ["graph.edge-withdrawn", "graph.nodes-disconnected", "graph.nodes-reconnected", "graph.thing-reverted"];

/**
 * The same of what may have been merged into another thing: what happens to that one concerns it too. `heed` is told
 * which thing the answer is about.
 */
export function useEditionOfShown(id: string): { edition: number; atLeast: number | undefined; heed: (shown: string | undefined) => void } {
  const [shown, show] = useState(id);
  return { ...useEdition(id, shown), heed: (now) => now !== undefined && now !== shown && show(now) };
}

/** An event is about a thing, or names it: as an end of an edge, as what was merged, as the group it is in. */
function concerns({ entity, type, data }: Pick<EventRecord, "entity" | "type" | "data">, ids: readonly string[]): boolean {
  if (ids.includes(entity) || ofEdges.includes(type)) return true;
  for (const key in data) if (ids.includes(data[key] as string)) return true;
  return false;
}
