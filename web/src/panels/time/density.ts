import { useEffect, useMemo, useState } from "react";
import { mapState } from "../../map/client";
import type { Histogram } from "../../map/time";
import { useAnswer } from "../../state/answer";
import { session } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api } from "../../state/workspace";

const parts = 120;
const againMs = 5_000;

/** How much there was when: of the world's time as the map knows it, of the recorded time as events were. */
export function useDensity(): Histogram | null {
  const clock = useStore(view, (v) => v.clock);
  const workspace = useStore(view, (v) => v.workspace);
  const open = useStore(session, (s) => s.open);
  const effective = useStore(mapState, (m) => m.histogram);
  const [position, setPosition] = useState(0);
  useEffect(() => {
    if (clock !== "recorded") return;
    setTimeout(() => setPosition(session.get().position), 0);
    const timer = setInterval(() => setPosition(session.get().position), againMs);
    return () => clearInterval(timer);
  }, [clock]);
  // An address may say which time before the workspace is there.
  const key = clock === "recorded" && open ? workspace : null;
  const { value } = useAnswer(key === null ? null : `${key} ${position}`, key, (signal) => api().eventCounts({}, parts, signal));
  const recorded = useMemo((): Histogram | null => {
    if (!value?.start || !value.end) return null;
    const start = Date.parse(value.start);
    // A moment has no length: an hour around it can be looked at.
    return { start, end: Math.max(Date.parse(value.end), start + 60_000), begun: value.intervals.map((i) => i.count), ended: [] };
  }, [value]);
  return clock === "recorded" ? recorded : effective;
}
