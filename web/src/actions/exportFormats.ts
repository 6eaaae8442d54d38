import type { ExportFormat } from "../api/contract";
import { isOpen } from "../state/workspace";
import type { Action } from "./action";
import { exportGraph } from "./exportGraph";

/** The formats that a graph is exported in, and what reads them. */
export const exportFormats: readonly (readonly [ExportFormat, string])[] = [
  ["graphml", "GraphML: what is shown"],
  ["gexf", "GEXF: for Gephi"],
  ["dot", "DOT: for Graphviz"],
  ["node-link", "JSON: for NetworkX, d3"],
  ["cypher", "Cypher: a script"],
  ["turtle", "RDF as Turtle"],
  ["json-ld", "RDF as JSON-LD"],
  ["ndjson", "Lines of JSON: who states what"],
];

/** An action for each format. */
export const exportActions: readonly Action[] = exportFormats.map(([format, label]) => ({
  name: `Export ${label}`,
  group: "Sources",
  words: "download save file",
  unavailable: () => (isOpen() ? null : "No workspace is open."),
  run: () => void exportGraph(format),
}));
