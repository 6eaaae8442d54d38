import type { EventRecord } from "../../api/contract";

/** What one person or source did to a thing on one day. */
export interface Chapter {
  /** Such as `2021-03-14`. */
  day: string;
  actor: string | undefined;
  /** The latest first. */
  events: EventRecord[];
}

/** Events, the latest first, by day and by who did it. */
export function chapters(events: readonly EventRecord[], actorOf: (event: EventRecord) => string | undefined): Chapter[] {
  const told: Chapter[] = [];
  for (const event of events) {
    const day = event.effectiveAt.slice(0, 10);
    const actor = actorOf(event);
    const last = told.at(-1);
    if (last?.day === day && last.actor === actor) last.events.push(event);
    else told.push({ day, actor, events: [event] });
  }
  return told;
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365.25 * 86_400_000],
  ["month", 30.44 * 86_400_000],
  ["week", 7 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** How long ago, in the largest unit that is whole: “3 days ago”, “just now”. */
export function ago(time: number, now: number): string {
  const past = time - now;
  for (const [unit, ms] of units) if (Math.abs(past) >= ms) return words.format(Math.round(past / ms), unit);
  return "just now";
}

/** A summary as a sentence. */
export function asSentence(summary: string): string {
  return summary === "" ? summary : summary[0].toUpperCase() + summary.slice(1);
}
