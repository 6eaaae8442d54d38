import { momentIn, range } from "../state/range";
import { store } from "../state/store";
import { view } from "../state/view";
import { travelTo } from "./travelTo";

/** How long the whole past takes, at single speed. */
const wholeMs = 24_000;
const calmSteps = 48;
/** What was known is asked for at each step, so that these are fewer. */
const recordedSteps = 32;

export const speeds: readonly number[] = [0.5, 1, 2, 4];

export const playing = store({ on: false, speed: 1 });

let handle = 0;

export function stopPlay(): void {
  cancelAnimationFrame(handle);
  playing.put({ on: false });
}

/** Where playing is after some time: on from where it began, at its speed; in whole steps where that is wanted. */
export function playedTo(from: number, elapsedMs: number, range: { start: number; end: number; speed: number }, steps: number | null): number {
  const span = range.end - range.start;
  const time = from + ((elapsedMs * range.speed) / wholeMs) * span;
  return steps === null ? time : range.start + (Math.floor(((time - range.start) / span) * steps) / steps) * span;
}

/** Lets the past pass by, from the time shown (or the beginning) to now; or stops that. Whoever goes elsewhere meanwhile has stopped it. */
export function togglePlay(): void {
  if (playing.get().on) return stopPlay();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let from = view.get().time ?? range.get().start;
  let began: number | null = null;
  let { speed } = playing.get();
  let shown = view.get();
  const tick = (now: number): void => {
    const { time: before, clock, workspace } = view.get();
    if (before !== shown.time || clock !== shown.clock || workspace !== shown.workspace) return stopPlay();
    const whole = range.get();
    const wanted = playing.get().speed;
    const steps = clock === "recorded" ? recordedSteps : calm ? calmSteps : null;
    began ??= now;
    if (wanted !== speed) {
      // Another speed counts from here on.
      from = playedTo(from, now - began, { ...whole, speed }, null);
      began = now;
      speed = wanted;
    }
    const time = playedTo(from, now - began, { ...whole, speed }, steps);
    if (time >= whole.end) {
      travelTo(null);
      return stopPlay();
    }
    travelTo(momentIn(time, whole));
    shown = view.get();
    handle = requestAnimationFrame(tick);
  };
  playing.put({ on: true });
  handle = requestAnimationFrame(tick);
}
