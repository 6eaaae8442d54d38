import type { Clock } from "../api/client";
import { map } from "../map/client";
import { view } from "../state/view";
import { api, isOpen, showRecorded } from "../state/workspace";

/**
 * Shows everything as it was at a time, in ms since 1970; null: now. Of the world's time the map has all that is needed;
 * what was known at a recorded time is asked for.
 */
export function travelTo(time: number | null, clock: Clock = view.get().clock): void {
  const { time: before, clock: formerClock } = view.get();
  if (before === time && formerClock === clock) return;
  if (isOpen()) api().clock = clock;
  view.put({ time, clock });
  map.tell({ say: "time", time: clock === "effective" ? time : null });
  const recorded = clock === "recorded" ? time : null;
  const formerly = formerClock === "recorded" ? before : null;
  if (recorded !== formerly) showRecorded(recorded);
}
