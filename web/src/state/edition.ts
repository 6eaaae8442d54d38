import { useMemo } from "react";
import { session, stream } from "./session";
import { useStore } from "./store";

/**
 * Which edition of a thing is the latest: the position of the last event about it that came, so that what shows it asks
 * anew when, and only when, it is another; and the position that the answer must have reached.
 */
export function useEdition(id: string): { edition: number; atLeast: number | undefined } {
  const edition = useStore(stream, (s) => lastAbout(id, s.waiting) || lastAbout(id, s.events));
  const known = useStore(session, (s) => s.position > 0);
  return useMemo(() => ({ edition, atLeast: known && edition > 0 ? edition : undefined }), [edition, known]);
}

const lookBack = 400;

function lastAbout(id: string, events: { entity: string; position: number }[]): number {
  for (let k = events.length - 1; k >= Math.max(0, events.length - lookBack); k--) if (events[k].entity === id) return events[k].position;
  return 0;
}
