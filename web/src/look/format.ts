const numbers = new Intl.NumberFormat("en");
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const shortDays = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const moments = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const minutes = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const seconds = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

export function number(value: number): string {
  return numbers.format(value);
}

/** A day, as `14 March 2021`; time is ms since 1970 or ISO 8601. */
export function day(time: number | string): string {
  return days.format(new Date(time));
}

export function date(time: number | string): string {
  return shortDays.format(new Date(time));
}

export function moment(time: number | string): string {
  return moments.format(new Date(time));
}

/** Without the year, where it goes without saying: `14 Mar, 09:30`. */
export function minute(time: number): string {
  return minutes.format(new Date(time));
}

/** With its seconds: `14 Mar 2021, 09:30:05`. */
export function second(time: number): string {
  return seconds.format(new Date(time));
}

export function timeOfDay(time: number | string): string {
  return clock.format(new Date(time));
}
