/** Names as a list; what several sources of one label read is told once: “project (git, folder), notes”. */
export function listed(names: readonly string[]): string {
  const readers = new Map<string, string[]>();
  for (const name of names) {
    const found = /^(.*) \(([^()]*)\)$/.exec(name);
    const label = found?.[1] ?? name;
    readers.set(label, [...(readers.get(label) ?? []), ...(found ? [found[2]] : [])]);
  }
  return [...readers].map(([label, of]) => (of.length === 0 ? label : `${label} (${of.join(", ")})`)).join(", ");
}
