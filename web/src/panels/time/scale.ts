import { date, minute, moment, second, timeOfDay } from "../../look/format";
import type { Histogram } from "../../map/time";
import { grainOf, minuteMs } from "../../state/range";

/** Bars of what began, upwards, and what ended, as a thin line below. Roots, so that quiet years show beside busy ones. */
export function barsPath(h: Histogram, height: number): { begun: string; ended: string } {
  const most = Math.max(1, ...h.begun);
  const floor = height - 4;
  const bar = (value: number, bottom: number, full: number, x: number): string => {
    if (value === 0) return "";
    const top = Math.max(1, Math.sqrt(value / most) * full);
    return `M${x + 0.1} ${bottom}h.8v${(-top).toFixed(2)}h-.8Z`;
  };
  const mostEnded = Math.max(1, ...h.ended);
  return {
    begun: h.begun.map((v, x) => bar(v, floor, floor - 2, x)).join(""),
    ended: h.ended.map((v, x) => (v === 0 ? "" : `M${x + 0.1} ${floor + 1}h.8v${(0.6 + 2.4 * Math.sqrt(v / mostEnded)).toFixed(2)}h-.8Z`)).join(""),
  };
}

export interface Tick {
  time: number;
  text: string;
  /** Not where the room is scarce. */
  faint: boolean;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const shortMs = 45 * dayMs;
const steps = [hourMs / 60, hourMs / 12, hourMs / 4, hourMs / 2, hourMs, 3 * hourMs, 6 * hourMs, 12 * hourMs, dayMs, 2 * dayMs, 7 * dayMs, 14 * dayMs];

/** Years, or months, days or hours where the range is short. */
export function ticks(start: number, end: number): Tick[] {
  const span = end - start;
  const found: Tick[] = [];
  const add = (time: number, text: string): void => {
    if (time > start + span * 0.01 && time < end - span * 0.02) found.push({ time, text, faint: found.length % 2 === 1 });
  };
  if (span > 550 * dayMs) {
    const years = span / (365 * dayMs);
    const step = years > 60 ? 20 : years > 30 ? 10 : years > 16 ? 5 : years > 12 ? 2 : 1;
    const first = new Date(start).getUTCFullYear();
    for (let year = Math.ceil(first / step) * step; Date.UTC(year, 0, 1) < end; year += step) add(Date.UTC(year, 0, 1), String(year));
  } else if (span > 60 * dayMs) {
    const months = span / (30 * dayMs);
    const step = months > 10 ? 3 : 1;
    const first = new Date(start);
    for (let m = 0; m < 24; m += step) {
      const time = Date.UTC(first.getUTCFullYear(), Math.ceil(first.getUTCMonth() / step) * step + m, 1);
      if (time >= end) break;
      add(time, new Date(time).toLocaleDateString("en-GB", { month: "short", year: "2-digit", timeZone: "UTC" }));
    }
  } else {
    const step = steps.find((ms) => span / ms <= 9) ?? steps.at(-1)!;
    for (let time = Math.ceil(start / step) * step; time < end; time += step) {
      const at = new Date(time);
      add(time, step < dayMs ? at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }) : at.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }));
    }
  }
  return found;
}

/** Whether a range is so short that the day alone would say little: one moves by less, and the last day may be today. */
export function isShort(spanMs: number): boolean {
  return spanMs < shortMs;
}

/** How a time is said on a range. */
export function said(time: number, spanMs: number): string {
  return grainOf(spanMs) < minuteMs ? second(time) : isShort(spanMs) ? moment(time) : date(time);
}

/** The same where there is little room. */
export function saidShortly(time: number, spanMs: number): string {
  if (grainOf(spanMs) < minuteMs) return timeOfDay(time);
  return isShort(spanMs) ? minute(time) : said(time, spanMs);
}

/** Where a key of a slider leads: a little, much, or to the ends; null: it is none of these. */
export function stepOf(key: string, at: number, start: number, end: number): number | null {
  const large = Math.max(grainOf(end - start), (end - start) / 24);
  const small = Math.max(grainOf(end - start), Math.min(30 * dayMs, (end - start) / 120));
  const step = { ArrowLeft: -small, ArrowDown: -small, ArrowRight: small, ArrowUp: small, PageDown: -large, PageUp: large }[key];
  if (step !== undefined) return Math.min(end, Math.max(start, at + step));
  return key === "Home" ? start : key === "End" ? end : null;
}
