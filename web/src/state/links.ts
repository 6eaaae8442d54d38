/** The property that holds what people write about a thing. */
export const notesKey = "notes";

const link = /\[\[([^[\]|]+)(?:\|([^[\]]*))?\]\]/g;
const idForm = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** A link to a thing, as it is stored: `[[id|what it was called when it was written]]`. */
export function linkTo(id: string, name: string): string {
  return `[[${id}|${plain(name)}]]`;
}

/** A name without the signs that end a link. */
function plain(name: string): string {
  return name.replace(/[[\]|\n]/g, " ").trim();
}

export function isId(text: string): boolean {
  return idForm.test(text);
}

/** The ids that a text links to, each once, in the order in which they come. */
export function linkedIds(text: string): string[] {
  return [...new Set([...text.matchAll(link)].map((m) => m[1].trim()).filter(isId))];
}

/**
 * What is stored, as it is written by hand: links have names instead of ids. Two things of one name are told apart by
 * a number behind it; `ids` says which is which.
 */
export function toWritten(stored: string, nameOf: (id: string, former: string) => string): { text: string; ids: Map<string, string> } {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const text = stored.replace(link, (whole, first: string, former: string | undefined) => {
    const id = first.trim();
    if (!isId(id)) return whole;
    let name = names.get(id);
    if (name === undefined) {
      const base = plain(nameOf(id, former ?? "")) || "(no name)";
      name = base;
      for (let k = 2; ids.has(name); k++) name = `${base} #${k}`;
      ids.set(name, id);
      names.set(id, name);
    }
    return `[[${name}]]`;
  });
  return { text, ids };
}

/** What was written by hand, as it is stored: names that are known become ids; other links stay as they are. */
export function toStored(written: string, ids: ReadonlyMap<string, string>): string {
  return written.replace(link, (whole, first: string, rest: string | undefined) => {
    const name = first.trim();
    const id = ids.get(name);
    return rest === undefined && id !== undefined ? linkTo(id, name.replace(/ #\d+$/, (n) => (ids.has(name.slice(0, -n.length)) ? "" : n))) : whole;
  });
}

/** The names in a written text that link to nothing yet. */
export function openLinks(written: string, ids: ReadonlyMap<string, string>): string[] {
  return [...new Set([...written.matchAll(link)].filter((m) => m.at(2) === undefined && !isId(m[1].trim()) && !ids.has(m[1].trim())).map((m) => m[1].trim()))];
}

/** The link that is being typed where the cursor stands: where it begins, and what of it is there. */
export function linkAt(text: string, cursor: number): { from: number; typed: string } | null {
  const before = text.slice(0, cursor);
  const from = before.lastIndexOf("[[");
  if (from < 0) return null;
  const typed = before.slice(from + 2);
  return /[\]\n[]/.test(typed) ? null : { from, typed };
}

/** What stands around a link to one of some things, for who lists what links there; links are shown by name. */
export function around(text: string, ids: readonly string[], chars = 70): string {
  const hit = [...text.matchAll(link)].find((m) => ids.includes(m[1].trim()));
  if (!hit) return "";
  const named = (part: string): string => part.replace(link, (_, first: string, name: string | undefined) => name ?? first).replace(/\s+/g, " ");
  const start = Math.max(0, hit.index - chars);
  const end = Math.min(text.length, hit.index + hit[0].length + chars);
  const cutStart = start === 0 ? 0 : text.indexOf(" ", start) + 1 || start;
  return `${cutStart > 0 ? "…" : ""}${named(text.slice(Math.min(cutStart, hit.index), end)).replace(/\[\[[^\]]*$/, "").trim()}${end < text.length ? "…" : ""}`;
}
