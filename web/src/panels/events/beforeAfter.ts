import type { EventRecord, Value } from "../../api/contract";
import { shown } from "../../look/value";

export interface Difference {
  what: string;
  before: string | null;
  after: string | null;
}

const record = (value: unknown): Record<string, Value> => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, Value>) : {});
const text = (value: Value | undefined): string | null => (value === undefined || value === null ? null : shown(value));

/** What an event says was before it, and what is since; null where there was, or is, nothing. */
export function beforeAfter({ type, data }: EventRecord): Difference[] {
  switch (type) {
    case "graph.node-renamed":
      return [{ what: "name", before: text(data.previous), after: text(data.name) }];
    case "graph.node-described":
    case "graph.edge-described":
      return (Array.isArray(data.changes) ? data.changes : []).map((change) => {
        const c = record(change);
        return { what: shown(c.key ?? null), before: text(c.previous), after: c.denied === true ? "none" : text(c.value) };
      });
    case "sources.source-trusted":
      return [{ what: "trust", before: text(data.previous), after: text(data.trust) }];
    default: {
      const { previous, ...now } = data;
      if (previous === undefined) {
        return Object.entries(now)
          .filter(([key, value]) => value !== undefined && value !== null && !["node", "edge", "source", "importId"].includes(key) && !/^[0-9a-z]{26}$/.test(shown(value)))
          .flatMap(([key, value]) => (key === "properties" ? Object.entries(record(value)).map(([k, v]) => ({ what: k, before: null, after: text(v) })) : [{ what: key, before: null, after: text(value) }]));
      }
      return [{ what: type.replace(/^.*\./, "").replaceAll("-", " "), before: text(previous), after: text(now.value ?? now.name ?? now.group) }];
    }
  }
}
