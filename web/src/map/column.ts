import type { Value } from "../api/contract";
import { shown } from "../look/value";

/** What one key says of each item of a scene. */
export type Column =
  /** NaN: nothing. Dates are ms since 1970. */
  | { kind: "number" | "date"; values: Float64Array }
  /** Of item i the values texts[codes[start[i] .. start[i + 1]]]: a list has several. */
  | { kind: "text"; texts: string[]; start: Uint32Array; codes: Uint32Array };

/** Values as a column: numbers or dates where nearly all are, else texts. */
export function columnOf(values: ReadonlyMap<number, Value>, items: number): Column {
  let [numbers, dates] = [0, 0];
  for (const value of values.values()) {
    if (typeof value === "number") numbers += 1;
    else if (!Number.isNaN(timeOf(value))) dates += 1;
  }
  const nearlyAll = Math.max(1, values.size * 0.9);
  if (numbers >= nearlyAll) return filled("number", values, items, (value) => (typeof value === "number" ? value : NaN));
  if (dates >= nearlyAll) return filled("date", values, items, timeOf);
  return textColumn(items, (i) => textsOf(values.get(i) ?? null));
}

function filled(kind: "number" | "date", from: ReadonlyMap<number, Value>, items: number, read: (value: Value) => number): Column {
  const values = new Float64Array(items).fill(NaN);
  for (const [item, value] of from) values[item] = read(value);
  return { kind, values };
}

/** A date as ms since 1970; NaN for what is none. */
function timeOf(value: Value): number {
  const text = typeof value === "string" ? value : typeof value === "object" && value !== null && !Array.isArray(value) ? (value.$date ?? value.$dateTime) : null;
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d/.test(text)) return NaN;
  return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text.replace(/\[.*$/, ""));
}

function textsOf(value: Value): string[] {
  if (value === null || value === "") return [];
  return Array.isArray(value) ? [...new Set(value.flatMap(textsOf))] : [shown(value)];
}

/** A column of texts; an item may have none, or several. */
export function textColumn(items: number, textsAt: (item: number) => readonly string[]): Column {
  const texts: string[] = [];
  const known = new Map<string, number>();
  const start = new Uint32Array(items + 1);
  const codes: number[] = [];
  for (let i = 0; i < items; i++) {
    start[i] = codes.length;
    for (const text of textsAt(i)) {
      let code = known.get(text);
      if (code === undefined) {
        code = texts.push(text) - 1;
        known.set(text, code);
      }
      codes.push(code);
    }
  }
  start[items] = codes.length;
  return { kind: "text", texts, start, codes: Uint32Array.from(codes) };
}
