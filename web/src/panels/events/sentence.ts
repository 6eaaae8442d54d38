import type { EventRecord } from "../../api/contract";
import { called } from "../../state/called";
import { shown } from "../../look/value";

/** `graph.node-renamed` as people say it: node renamed. */
export function eventTitle(type: string): string {
  return type.replace(/^[^.]*\./, "").replaceAll("-", " ");
}

/** Who did it, as people call whoever that is. */
export function actorOf(event: EventRecord): string | undefined {
  return called(event.actor, event.actorName);
}

/** What is known of the names of what an event is about, and of the ends of an edge. */
export interface Names {
  entity: string | null;
  from?: string | null;
  to?: string | null;
}

/** One line of what happened; names are known where the event or the map has them. */
export function sentence(event: EventRecord, names: Names): string {
  const { data } = event;
  const who = names.entity ?? (typeof data.name === "string" ? data.name : undefined);
  switch (event.type) {
    case "graph.node-renamed":
      return data.previous === undefined ? `Named ${shown(data.name ?? null)}` : `${shown(data.previous)} renamed to ${shown(data.name ?? null)}`;
    case "graph.node-added":
      return `${who ?? "A node"} added${list(data.types)}`;
    case "graph.node-described":
      return `${who ?? "A node"} described: ${changedKeys(data.changes)}`;
    case "graph.edge-described":
      return `Connection described: ${changedKeys(data.changes)}`;
    case "graph.nodes-connected":
      return connected(shown(data.type ?? ""), names);
    case "graph.group-formed":
      return `Group ${who ?? ""} formed`;
    case "sources.import-started":
      return `Import of ${shown(data.location ?? data.label ?? "a source")} started`;
    case "ontology.term-described":
      return `${kindOf(event)} ${shown(data.term ?? null)} described`;
    default: {
      const title = eventTitle(event.type);
      if (event.type.startsWith("ontology.") && typeof data.term === "string") return `${kindOf(event)} ${data.term} ${title.slice(title.lastIndexOf(" ") + 1)}`;
      return who ? `${who}: ${title}` : title[0].toUpperCase() + title.slice(1);
    }
  }
}

function kindOf({ data }: EventRecord): string {
  return data.relation === true ? "Relation" : "Type";
}

/** An edge as a sentence, its relation for the verb: “a commit changes a file”. */
function connected(relation: string, { from, to }: Names): string {
  if (!from && !to) return relation === "" ? "Two nodes connected" : `Two nodes connected · ${relation}`;
  return `${from ?? "a node"} ${relation === "" ? "→" : relation} ${to ?? "a node"}`;
}

function list(types: unknown): string {
  return Array.isArray(types) && types.length > 0 ? ` · ${types.join(", ")}` : "";
}

function changedKeys(changes: unknown): string {
  if (!Array.isArray(changes)) return "";
  return changes.map((c: unknown) => (typeof c === "object" && c !== null && "key" in c ? String(c.key) : "")).join(", ");
}
