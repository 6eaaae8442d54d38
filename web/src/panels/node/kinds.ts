import type { Value } from "../../api/contract";
import { shown } from "../../look/value";

/** Kinds of values that one states by hand. */
export type Kind = "text" | "number" | "flag" | "date" | "dateTime" | "list";

export const kindNames: Record<Kind, string> = { text: "Text", number: "Number", flag: "Yes or no", date: "Date", dateTime: "Date and time", list: "List" };

/** The kind of a value; null: none that is edited by hand. */
export function kindOf(value: Value): Kind | null {
  if (value === null || typeof value === "string") return "text";
  if (typeof value === "boolean") return "flag";
  if (typeof value === "number") return "number";
  if (Array.isArray(value)) return value.every((v) => typeof v === "string") ? "list" : null;
  const tag = Object.keys(value).join();
  if (tag === "$date") return "date";
  return tag === "$dateTime" && typeof value.$dateTime === "string" && value.$dateTime.endsWith("Z") ? "dateTime" : null;
}

/** A value as it is edited. */
export function textOf(value: Value): string {
  switch (kindOf(value)) {
    case "flag":
      return value === true ? "yes" : "no";
    case "list":
      return (value as string[]).join("\n");
    case "date":
      return (value as { $date: string }).$date;
    case "dateTime":
      return localText((value as { $dateTime: string }).$dateTime);
    case "text":
    case "number":
    case null:
      return value === null ? "" : shown(value);
  }
}

/** As a field for date and time has it, in the time of this place. */
function localText(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  const two = (n: number): string => String(n).padStart(2, "0");
  // Parts of a minute stand only where there are some: they must not get lost by looking.
  const parts = at.getMilliseconds() > 0 ? `:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, "0")}` : at.getSeconds() > 0 ? `:${two(at.getSeconds())}` : "";
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}${parts}`;
}

/** A thousand and some for one reader, one and some thousandths for another. */
const ambiguous = /^-?[1-9]\d{0,2},\d{3}$/;

/** What someone typed as a value, or what is wrong with it. */
export function parse(kind: Kind, text: string): { value: Value } | { problem: string } {
  const given = text.trim();
  if (given === "" && kind !== "list") return { problem: "Say what it is." };
  switch (kind) {
    case "text":
      return { value: given };
    case "number": {
      if (ambiguous.test(given)) return { problem: `Write ${given.replace(",", "")} or ${given.replace(",", ".")}: a comma may mean either.` };
      const plain = given.replace(/[\s_]/g, "").replace(/^(-?\d+),(\d+)$/, "$1.$2");
      if (/^-?\d+$/.test(plain) && !Number.isSafeInteger(Number(plain))) return { problem: "A number has up to 15 digits here; state more of them as text." };
      return plain !== "" && Number.isFinite(Number(plain)) ? { value: Number(plain) } : { problem: `“${given}” is no number.` };
    }
    case "flag":
      return /^(yes|true|no|false)$/i.test(given) ? { value: /^(yes|true)$/i.test(given) } : { problem: "Say yes or no." };
    case "date":
      return /^-?\d{4,}-\d\d-\d\d$/.test(given) ? { value: { $date: given } } : { problem: "Write a date as 2026-11-30." };
    case "dateTime": {
      const at = new Date(given);
      return Number.isNaN(at.getTime()) ? { problem: "Write a date and time as 2026-11-30T09:30." } : { value: { $dateTime: at.toISOString().replace(".000Z", "Z") } };
    }
    case "list": {
      const parts = text.split("\n").map((part) => part.trim());
      const lines = parts.filter((part) => part !== "");
      return lines.length > 0 ? { value: lines } : { problem: "Write each in a line of its own." };
    }
  }
}

/** The kind that a text most likely is. */
export function guess(text: string): Kind {
  const given = text.trim();
  if (/^-?\d{1,15}([.,]\d+)?$/.test(given) && !/^-?0\d/.test(given)) return "number";
  if (/^\d{4}-\d\d-\d\d$/.test(given)) return "date";
  if (/^(yes|no|true|false)$/i.test(given)) return "flag";
  return "text";
}
