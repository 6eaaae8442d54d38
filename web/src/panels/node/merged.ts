import type { NodeDetail, Statement } from "../../api/contract";

/** One field of what things would be as one. */
export interface MergedField {
  key: string;
  /** The one that would be shown first, then the others. */
  statements: Statement[];
  disagreement: boolean;
}

export interface Merged {
  name: string;
  types: string[];
  /** The names where they differ, then the properties, those that disagree first. */
  fields: MergedField[];
  edges: number;
}

/**
 * What things would be as one: all that is said of any of them. Which statement is shown follows the server's rule: a
 * person's, the latest; else that of the most trusted source; else the latest.
 */
export function mergedOf(nodes: readonly NodeDetail[], trustOf: (source: string) => number): Merged {
  const names = inOrder(nodes.flatMap((n) => n.nameStatements), trustOf);
  const byKey = new Map<string, Statement[]>();
  for (const node of nodes) for (const p of node.properties) byKey.set(p.key, [...(byKey.get(p.key) ?? []), ...p.statements]);
  const properties = [...byKey].map(([key, statements]) => ({ key, statements: inOrder(statements, trustOf), disagreement: differ(statements) }));
  properties.sort((a, b) => Number(b.disagreement) - Number(a.disagreement) || a.key.localeCompare(b.key));
  return {
    name: typeof names[0]?.value === "string" ? names[0].value : (nodes[0]?.name ?? ""),
    types: [...new Set(nodes.flatMap((n) => n.types))],
    fields: [...(names.length > 0 ? [{ key: "name", statements: names, disagreement: differ(names) }] : []), ...properties],
    edges: nodes.reduce((sum, n) => sum + Object.values(n.neighborCounts).reduce((a, b) => a + b, 0), 0),
  };
}

function inOrder(statements: readonly Statement[], trustOf: (source: string) => number): Statement[] {
  const weight = (s: Statement): number => (s.source.person ? 101 : trustOf(s.source.id));
  const sorted = [...statements].sort((a, b) => weight(b) - weight(a) || b.position - a.position);
  return sorted.map((s, k) => ({ ...s, shown: k === 0 }));
}

function differ(statements: readonly Statement[]): boolean {
  return new Set(statements.map((s) => JSON.stringify([s.value, s.denied === true]))).size > 1;
}
