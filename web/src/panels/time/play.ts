import { useCallback, useEffect, useRef, useState } from "react";
import { travelTo } from "../../actions/travelTo";
import { view } from "../../state/view";

const wholeMs = 24_000;
const calmSteps = 48;

/** Lets the past pass by, from the time shown (or the beginning) to now. */
export function usePlay(start: number, end: number): { playing: boolean; toggle: () => void; stop: () => void } {
  const [playing, setPlaying] = useState(false);
  const handle = useRef(0);
  const stop = useCallback(() => {
    cancelAnimationFrame(handle.current);
    setPlaying(false);
  }, []);
  useEffect(() => () => cancelAnimationFrame(handle.current), []);
  const toggle = (): void => {
    if (playing) return stop();
    const from = view.get().time ?? start;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let began: number | null = null;
    const tick = (now: number): void => {
      began ??= now;
      let time = from + ((now - began) / wholeMs) * (end - start);
      // Whole steps instead of motion, for who asked for less of it.
      if (calm) time = start + (Math.floor(((time - start) / (end - start)) * calmSteps) / calmSteps) * (end - start);
      if (time >= end) {
        travelTo(null);
        return stop();
      }
      travelTo(Math.round(time / 60_000) * 60_000);
      handle.current = requestAnimationFrame(tick);
    };
    setPlaying(true);
    handle.current = requestAnimationFrame(tick);
  };
  return { playing, toggle, stop };
}
