import type { EventRecord } from "../../api/contract";
import { called } from "../../state/called";
import { shown } from "../node/value";

/** `graph.node-renamed` as people say it: node renamed. */
export function eventTitle(type: string): string {
  return type.replace(/^[^.]*\./, "").replaceAll("-", " ");
}

/** Who did it, as people call whoever that is. */
export function actorOf(event: EventRecord): string | undefined {
  return called(event.actor, event.actorName);
}

/** One line of what happened; the name is known where the event or the map has it. */
export function sentence(event: EventRecord, name: string | null): string {
  const { data } = event;
  const who = name ?? (typeof data.name === "string" ? data.name : undefined);
  switch (event.type) {
    case "graph.node-renamed":
      return data.previous === undefined ? `Named ${shown(data.name ?? null)}` : `${shown(data.previous)} renamed to ${shown(data.name ?? null)}`;
    case "graph.node-added":
      return `${who ?? "A node"} added${list(data.types)}`;
    case "graph.node-described":
      return `${who ?? "A node"} described: ${changedKeys(data.changes)}`;
    case "graph.nodes-connected":
      return `${shown(data.type ?? "an edge")} connected`;
    case "graph.group-formed":
      return `Group ${who ?? ""} formed`;
    case "sources.import-started":
      return `Import of ${shown(data.location ?? data.label ?? "a source")} started`;
    case "sources.import-applied":
      return "Import applied";
    default: {
      const title = eventTitle(event.type);
      return who ? `${who}: ${title}` : title[0].toUpperCase() + title.slice(1);
    }
  }
}

function list(types: unknown): string {
  return Array.isArray(types) && types.length > 0 ? ` · ${types.join(", ")}` : "";
}

function changedKeys(changes: unknown): string {
  if (!Array.isArray(changes)) return "";
  return changes.map((c: unknown) => (typeof c === "object" && c !== null && "key" in c ? String(c.key) : "")).join(", ");
}
