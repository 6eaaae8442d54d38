import { mapState } from "../map/client";
import { view } from "../state/view";
import { isOpen } from "../state/workspace";
import type { Action } from "./action";

const dayMs = 86_400_000;

/** Compares the moment that is shown with an earlier one, or ends that. */
export const compareTimes: Action = {
  name: "Compare two moments",
  group: "Time",
  words: "between diff changed what",
  keys: ["shift+c"],
  unavailable: () => (isOpen() && mapState.get().summary?.items ? null : "There is nothing to compare yet."),
  run: () => {
    const { since, time, side } = view.get();
    if (since !== null) return view.put({ since: null, side: side === "changes" ? null : side });
    const { histogram } = mapState.get();
    // What ended long ago is compared with its own last part, not with days on which nothing was.
    const end = time ?? Math.min(Date.now(), histogram?.end ?? Infinity);
    const span = histogram ? histogram.end - histogram.start : 30 * dayMs;
    view.put({ since: { time: Math.round((end - span / 10) / 60_000) * 60_000 }, side: "changes" });
  },
};
