import { map } from "../map/client";
import { view } from "../state/view";

/** Shows everything as it was at a time, in ms since 1970; null: now. The map needs no request for it. */
export function travelTo(time: number | null): void {
  if (view.get().time === time) return;
  view.put({ time });
  map.tell({ say: "time", time });
}
