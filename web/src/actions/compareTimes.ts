import { mapState } from "../map/client";
import { momentIn, range } from "../state/range";
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
    const known = range.get();
    const whole = known.end > 0 ? known : { start: Date.now() - 30 * dayMs, end: Date.now() };
    // What ended long ago is compared with its own last part, not with days on which nothing was.
    const from = (time ?? Math.min(Date.now(), whole.end)) - (whole.end - whole.start) / 10;
    view.put({ since: { time: momentIn(from, whole) }, side: "changes" });
  },
};
