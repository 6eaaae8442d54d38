import type { Value } from "../api/contract";
import { day, moment } from "./format";

/** A value as people read it. */
export function shown(value: Value, denied = false): string {
  if (denied) return "none";
  if (value === null) return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((v) => shown(v)).join(", ");
  const entries = Object.entries(value);
  const first = entries.at(0);
  if (entries.length === 1 && first?.[0].startsWith("$")) return special(first[0], first[1]);
  return entries.map(([key, v]) => `${key}: ${shown(v)}`).join(", ");
}

/** Values that JSON has no form for: see the server's documentation of values. */
function special(tag: string, value: Value): string {
  switch (tag) {
    case "$date":
      return typeof value === "string" ? day(`${value}T00:00:00Z`) : shown(value);
    case "$dateTime":
      return typeof value === "string" ? moment(value.replace(/\[.*$/, "")) : shown(value);
    case "$personal":
      return typeof value === "object" && value !== null && !Array.isArray(value) ? shown(value.text ?? null) : shown(value);
    case "$sealed":
      return "(sealed)";
    case "$erased":
      return "(erased)";
    case "$point":
      return typeof value === "object" && value !== null && !Array.isArray(value) ? `${shown(value.x ?? null)}, ${shown(value.y ?? null)}` : shown(value);
    default:
      return shown(value);
  }
}

/** Only plain values are edited in place. */
export function isPlain(value: Value): boolean {
  return value === null || typeof value !== "object";
}
