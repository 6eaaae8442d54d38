/**
 * What a filter asks of each thing: one of some values, or a number within a range. Keys are “type”, “edges”, “since”,
 * “relation”, which is of edges and not of things, or a property with a full stop before it, such as “.lines”.
 */
export type Condition =
  | { key: string; any: readonly string[] }
  /** Both ends included; null: open. Of dates ms since 1970. */
  | { key: string; from: number | null; to: number | null; dates: boolean };

/** Among the values of a condition: has none. */
export const none = "";

const enc = (text: string): string => encodeURIComponent(text).replaceAll("~", "%7E");

/** A condition for an address: `type:Class,Function`, `.lines~10..200`, `since~2020-01-01..`. */
export function writeCondition(c: Condition): string {
  if ("any" in c) return `${enc(c.key)}:${c.any.map(enc).join(",")}`;
  const end = (n: number | null): string => (n === null ? "" : c.dates ? new Date(n).toISOString().slice(0, 10) : String(n));
  return `${enc(c.key)}~${end(c.from)}..${end(c.to)}`;
}

/** Null for what is none. */
export function readCondition(text: string): Condition | null {
  const parts = /^([^:~]+)([:~])(.*)$/s.exec(text);
  if (parts === null) return null;
  const [, name, sign, rest] = parts;
  try {
    const key = decodeURIComponent(name);
    if (sign === ":") return { key, any: rest.split(",").map(decodeURIComponent) };
    const ends = rest.split("..");
    if (ends.length !== 2 || (ends[0] === "" && ends[1] === "")) return null;
    const dates = ends.some((end) => /^\d{4,6}-\d\d-\d\d$/.test(end));
    const [from, to] = ends.map((end) => (end === "" ? null : dates ? Date.parse(`${end}T00:00:00Z`) : Number(end)));
    if (Number.isNaN(from) || Number.isNaN(to)) return null;
    // The last day counts to its end.
    return { key, from, to: dates && to !== null ? to + dayMs - 1 : to, dates };
  } catch {
    return null;
  }
}

export const dayMs = 86_400_000;

/** The property that a key is of, or null. */
export function propertyIn(key: string): string | null {
  return key.startsWith(".") ? key.slice(1) : null;
}

/** The key of conditions that edges have to meet rather than things. */
export const ofEdges = "relation";

/** How people call what a key is of. */
export function keyName(key: string): string {
  return propertyIn(key) ?? { type: "Type", edges: "Edges", since: "Since", relation: "Edge type" }[key] ?? key;
}
