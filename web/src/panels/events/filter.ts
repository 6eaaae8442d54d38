import type { EventQuery } from "../../api/client";
import type { EventRecord } from "../../api/contract";

/** What narrows the events, as fields; what is empty narrows nothing. */
export interface EventFilter {
  context?: string;
  type?: string;
  actor?: string;
  client?: string;
  subject?: string;
  from?: number;
  to?: number;
  since?: string;
  until?: string;
  text?: string;
}

const names: Record<string, keyof EventFilter> = { context: "context", type: "type", actor: "actor", client: "client", about: "subject", from: "from", to: "to", since: "since", until: "until" };

/** Reads a filter as people type it: `type:node-renamed since:2026-01-31 ledger`; what cannot be meant is told. */
export function readFilter(text: string): { filter: EventFilter; problem: string | null } {
  const filter: EventFilter = {};
  const words: string[] = [];
  let problem: string | null = null;
  for (const word of text.trim().split(/\s+/).filter((w) => w !== "")) {
    const colon = word.indexOf(":");
    const field = colon > 0 ? names[word.slice(0, colon)] as keyof EventFilter | undefined : undefined;
    const value = word.slice(colon + 1);
    if (field === undefined) words.push(word);
    else if (value === "") problem ??= `Say which after “${word}”.`;
    else if (field === "from" || field === "to") {
      if (/^\d{1,15}$/.test(value)) filter[field] = Number(value);
      else problem ??= `“${word}”: a position is a whole number.`;
    } else if (field === "since" || field === "until") {
      const time = instant(value, field === "until");
      if (time === null) problem ??= `“${word}”: write a day as 2026-01-31, or a time as 2026-01-31T09:30.`;
      else filter[field] = time;
    } else if ((field === "actor" || field === "client" || field === "subject") && !/^[0-9a-z]{26}$/.test(value)) problem ??= `“${word}”: choose one from the list, or paste an id of 26 characters.`;
    else filter[field] = value;
  }
  if (words.length > 0) filter.text = words.join(" ");
  return { filter, problem };
}

/** A day stands for its beginning, or its end. */
function instant(value: string, end: boolean): string | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(value);
  const time = Date.parse(day ? `${value}T${end ? "23:59:59.999" : "00:00:00"}Z` : value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The same as text, so that it can stand in the field and in an address. */
export function writeFilter(filter: EventFilter): string {
  const parts = Object.entries(names).flatMap(([name, field]) => (filter[field] === undefined || filter[field] === "" ? [] : [`${name}:${shortTime(String(filter[field]))}`]));
  return [...parts, ...(filter.text ? [filter.text] : [])].join(" ");
}

const shortTime = (text: string): string => text.replace(/^(\d{4}-\d\d-\d\d)T(00:00:00\.000|23:59:59\.999)Z$/, "$1");

/** What the server is asked for; null: everything. */
export function queryOfFilter(filter: EventFilter): EventQuery | null {
  const { context, type, subject, text, ...rest } = filter;
  const [typeContext, typeName] = type === undefined ? [undefined, undefined] : type.includes(".") ? type.split(".") : [undefined, type];
  const parts = [typeContext ?? context ?? "*", subject ?? "*", typeName ?? "*"];
  const narrowed = parts.some((p) => p !== "*");
  const query: EventQuery = { ...rest, ...(text ? { text } : {}), ...(narrowed ? { subject: `ws.*.${parts.join(".")}` } : {}) };
  return Object.keys(query).length === 0 ? null : query;
}

/** Whether an event that comes is one of them: the server's rule, here. */
export function fits(event: EventRecord, filter: EventFilter): boolean {
  const [context, name] = event.type.split(".");
  if (filter.context !== undefined && filter.context !== context) return false;
  if (filter.type !== undefined && filter.type !== event.type && filter.type !== name) return false;
  if (filter.subject !== undefined && filter.subject !== event.entity) return false;
  if (filter.actor !== undefined && filter.actor !== event.actor) return false;
  if (filter.client !== undefined && filter.client !== event.client) return false;
  if (event.position < (filter.from ?? 0) || event.position > (filter.to ?? Infinity)) return false;
  const at = Date.parse(event.recordedAt);
  if (filter.since !== undefined && at < Date.parse(filter.since)) return false;
  if (filter.until !== undefined && at > Date.parse(filter.until)) return false;
  return filter.text === undefined || JSON.stringify(event).toLowerCase().includes(filter.text.toLowerCase());
}
