import type { NodeRef } from "../../api/contract";

/** The group of each thing whose name another one beside it has, too: what tells the five `views.py` apart. By id. */
export function namesakes(things: readonly NodeRef[]): Map<string, string> {
  const ids = new Map<string, Set<string>>();
  for (const thing of things) ids.set(thing.name, (ids.get(thing.name) ?? new Set()).add(thing.id));
  const groups = new Map<string, string>();
  for (const thing of things) {
    const group = typeof thing.group === "object" ? thing.group.name : "";
    if (group !== "" && (ids.get(thing.name)?.size ?? 0) > 1) groups.set(thing.id, group);
  }
  return groups;
}
