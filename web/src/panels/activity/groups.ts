import type { EventRecord } from "../../api/contract";

/** What one person did, or one source brought. */
export interface Doings {
  key: string;
  kind: "person" | "source";
  /** Of a person the name, where it is known; of a source its id. */
  who: string;
  /** How many of each type, most first. */
  counts: { type: string; count: number }[];
  /** The latest first. */
  events: EventRecord[];
}

const commandAt = (event: EventRecord) => event.commandPosition ?? event.position;
const isOfSource = (event: EventRecord) => event.command?.startsWith("sources.") === true;

/** By the position of a command that came of a source, which one. What follows from it, such as a new type, does not name the source itself. */
function sourcesOf(events: readonly EventRecord[]): Map<number, string> {
  return new Map(events.flatMap((event) => (isOfSource(event) && typeof event.data.source === "string" ? [[commandAt(event), event.data.source] as const] : [])));
}

/** Groups events, the latest first, by the person who did or the source that brought them; those with the latest event first. */
export function groupDoings(events: readonly EventRecord[]): Doings[] {
  const groups = new Map<string, Doings & { types: Map<string, number> }>();
  const sources = sourcesOf(events);
  for (const event of events) {
    const source = isOfSource(event) ? (sources.get(commandAt(event)) ?? null) : null;
    const key = source === null ? `person ${event.actor ?? ""}` : `source ${source}`;
    const group = groups.get(key) ?? { key, kind: source === null ? "person" : "source", who: source ?? event.actor ?? "", counts: [], events: [], types: new Map<string, number>() };
    group.events.push(event);
    group.types.set(event.type, (group.types.get(event.type) ?? 0) + 1);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ types, ...group }) => ({ ...group, counts: [...types].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count) }));
}

const said: Record<string, readonly [string, string]> = {
  "graph.node-added": ["added a node", "added # nodes"],
  "graph.node-renamed": ["renamed a node", "renamed # nodes"],
  "graph.node-described": ["described a node", "described # nodes"],
  "graph.node-classified": ["classified a node", "classified # nodes"],
  "graph.node-grouped": ["moved a node into a group", "moved # nodes into groups"],
  "graph.node-withdrawn": ["withdrew a node", "withdrew # nodes"],
  "graph.node-retired": ["retired a node", "retired # nodes"],
  "graph.nodes-connected": ["made a connection", "made # connections"],
  "graph.nodes-disconnected": ["ended a connection", "ended # connections"],
  "graph.edge-described": ["described a connection", "described # connections"],
  "graph.edge-withdrawn": ["withdrew a connection", "withdrew # connections"],
  "graph.group-formed": ["formed a group", "formed # groups"],
  "graph.nodes-kept-apart": ["said that two nodes are not the same", "said # times that two nodes are not the same"],
  "graph.nodes-reconsidered": ["took back that two nodes are not the same", "took back # times that two nodes are not the same"],
  "graph.nodes-merged": ["merged two nodes", "merged nodes # times"],
  "graph.node-declassified": ["took a type off a node", "took types off # nodes"],
  "graph.node-restored": ["restored a node", "restored # nodes"],
  "graph.nodes-reconnected": ["restored a connection", "restored # connections"],
  "graph.group-dissolved": ["dissolved a group", "dissolved # groups"],
  "graph.nodes-unmerged": ["took a merged node apart", "took # merged nodes apart"],
  "graph.thing-reverted": ["put back what was stated of a thing", "put back what was stated of # things"],
  "ontology.type-proposed": ["proposed a type", "proposed # types"],
  "ontology.type-accepted": ["accepted a type", "accepted # types"],
  "ontology.type-rejected": ["declined a type", "declined # types"],
  "ontology.term-renamed": ["renamed a type", "renamed # types"],
  "ontology.term-described": ["said what a type means", "said what # types mean"],
  "ontology.property-constrained": ["constrained a property", "constrained # properties"],
  "ontology.constraint-lifted": ["lifted a constraint", "lifted # constraints"],
  "sources.import-reverted": ["took an import back", "took # imports back"],
  "sources.source-forgotten": ["forgot a source", "forgot # sources"],
  "sources.source-trusted": ["changed the trust in a source", "changed the trust in sources # times"],
  "sources.import-started": ["began an import", "began # imports"],
  "sources.import-applied": ["applied an import", "applied # imports"],
};

/** What was done in one sentence, without who did it: “added 12 nodes, made 30 connections and renamed a node”. */
export function summary(counts: readonly { type: string; count: number }[], format: (n: number) => string = String): string {
  const parts = counts.slice(0, 4).map(({ type, count }) => {
    const words = said[type] as readonly [string, string] | undefined;
    const title = type.replace(/^.*\./, "").replaceAll("-", " ");
    return words ? (count === 1 ? words[0] : words[1].replace("#", format(count))) : `${title}${count === 1 ? "" : ` (${format(count)} times)`}`;
  });
  const rest = counts.slice(4).reduce((sum, c) => sum + c.count, 0);
  if (rest > 0) parts.push(`did ${format(rest)} other ${rest === 1 ? "thing" : "things"}`);
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}`;
}
