/** What a pasted or dropped text is. */
export type Pasted = { kind: "path"; path: string; elsewhere?: true } | { kind: "file"; name: string; what: string } | { kind: "unreadable"; problem: string };

interface Form {
  what: string;
  name: string;
  test: (text: string) => boolean;
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const record = (value: unknown): Record<string, unknown> => (typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {});

/** The forms that the server reads, by how a text of them begins; the first that fits counts. */
const forms: readonly Form[] = [
  { what: "a graph as lines of JSON", name: "pasted.ndjson", test: (t) => t.startsWith('{"format":"alchemist.graph"') },
  { what: "RDF as JSON-LD", name: "pasted.jsonld", test: (t) => /^[{[]/.test(t) && t.includes('"@') && ["@context", "@graph", "@id"].some((k) => k in record(Array.isArray(json(t)) ? (json(t) as unknown[])[0] : json(t))) },
  { what: "a graph or rows as JSON", name: "pasted.json", test: (t) => /^[{[]/.test(t) && json(t) !== undefined },
  { what: "GraphML", name: "pasted.graphml", test: (t) => /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<graphml/.test(t) },
  { what: "GEXF", name: "pasted.gexf", test: (t) => /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<gexf/.test(t) },
  { what: "a graph of Graphviz", name: "pasted.dot", test: (t) => /^(strict\s+)?(di)?graph\b[^{\n]*\{/i.test(t) && t.includes("}") && !t.includes("-->") },
  { what: "a diagram of Mermaid", name: "pasted.mmd", test: (t) => /^(---[\s\S]*?---\s*)?(%%[^\n]*\n\s*)*(flowchart|graph\s+(TB|TD|BT|RL|LR)|classDiagram|erDiagram|sequenceDiagram|stateDiagram|C4\w+|mindmap)\b/.test(t) },
  { what: "a diagram of PlantUML", name: "pasted.puml", test: (t) => /^@start[a-z]+\b/.test(t) },
  { what: "RDF as Turtle", name: "pasted.ttl", test: (t) => /^(#[^\n]*\n\s*)*(@prefix|@base|PREFIX\s|BASE\s|<[^>\s]+>\s+<[^>\s]+>\s)/i.test(t) },
  { what: "a script in Cypher", name: "pasted.cypher", test: (t) => /^(\/\/[^\n]*\n\s*)*(CREATE|MERGE)\s*\(/i.test(t) },
  { what: "a table of a spreadsheet", name: "pasted.tsv", test: (t) => isTable(t, "\t") },
  { what: "a table, separated by commas", name: "pasted.csv", test: (t) => isTable(t, ",") },
  { what: "a table, separated by semicolons", name: "pasted.csv", test: (t) => isTable(t, ";") },
  { what: "a page of Markdown", name: "pasted.md", test: (t) => /(^|\n)(#{1,6}\s|```|[-*] |\[[^\]]+\]\()/.test(t) },
];

/** At least two lines with equally many of the signs, and no sentences between them. */
function isTable(text: string, sign: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const counts = lines.slice(0, 20).map((line) => line.replace(/"[^"]*"/g, "").split(sign).length - 1);
  return lines.length >= 2 && counts[0] >= 1 && counts.every((count) => count === counts[0]);
}

/** An address that the server would have to fetch from. */
export function isElsewhere(text: string): boolean {
  return /^((git\+)?https?:\/\/|ssh:\/\/|git:\/\/|[\w.-]+@[\w.-]+:(?!\/\/))\S+$/.test(text);
}

const windowsPath = /^[A-Za-z]:[\\/]/;

/** Tells what a text is, and under which name it is sent. */
export function understand(text: string): Pasted {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "unreadable", problem: "There is nothing in what you pasted." };
  const line = !trimmed.includes("\n");
  const quoted = /^(['"])(.*)\1$/.exec(trimmed)?.[2] ?? trimmed;
  if (line && (quoted.startsWith("/") || quoted.startsWith("~/") || windowsPath.test(quoted))) return { kind: "path", path: quoted };
  if (line && quoted.startsWith("file://")) return { kind: "path", path: decodeURIComponent(new URL(quoted).pathname) };
  if (line && isElsewhere(quoted)) return { kind: "path", path: quoted, elsewhere: true };
  const form = forms.find((f) => f.test(trimmed));
  if (form) return { kind: "file", name: form.name, what: form.what };
  return { kind: "unreadable", problem: "This is none of the forms that are read: a path, an address, a table, JSON, GraphML, GEXF, DOT, Mermaid, PlantUML, Turtle, JSON-LD, Cypher or Markdown." };
}
