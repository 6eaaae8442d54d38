import { store } from "./store";

/** From when to when the past goes that the time bar shows, in ms since 1970; both 0 while it shows none. */
export const range = store({ start: 0, end: 0 });

export const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How finely one travels in a past of this length: by minutes, or by seconds in what began just now. */
export function grainOf(spanMs: number): number {
  return spanMs < 2 * hourMs ? 1000 : minuteMs;
}

/** A moment of the past, as one travels there: never before its beginning or after its end. */
export function momentIn(time: number, { start, end }: { start: number; end: number }): number {
  if (time <= start || time >= end) return time <= start ? start : end;
  const grain = grainOf(end - start);
  return Math.min(end, Math.max(start, Math.round(time / grain) * grain));
}
