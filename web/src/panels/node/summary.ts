import type { NodeDetail } from "../../api/contract";
import { shown } from "../../look/value";

export interface Counted {
  text: string;
  count: number;
}

const mostProperties = 8;
const mostChars = 60;

/** How things are alike: their types, and the properties that most of them have, each value with how many have it. */
export function summaryOf(nodes: readonly NodeDetail[]): { types: Counted[]; properties: { key: string; values: Counted[] }[] } {
  const types = nodes.flatMap((n) => (n.types.length > 0 ? n.types : ["no type"]));
  const byKey = new Map<string, string[]>();
  for (const node of nodes) {
    for (const p of node.properties) if (p.value !== null) byKey.set(p.key, [...(byKey.get(p.key) ?? []), shown(p.value).slice(0, mostChars)]);
  }
  const properties = [...byKey]
    .sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]))
    .slice(0, mostProperties)
    .map(([key, texts]) => ({ key, values: counted(texts) }));
  return { types: counted(types), properties };
}

function counted(texts: readonly string[]): Counted[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}
