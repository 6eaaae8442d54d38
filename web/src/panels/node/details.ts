import type { NodeDetail } from "../../api/contract";
import { useAnswer, type Answer } from "../../state/answer";
import { api } from "../../state/workspace";

/** All that is known now of some things. */
export function useDetails(ids: readonly string[], edition = 0): Answer<NodeDetail[]> {
  const key = ids.join(" ");
  return useAnswer(key === "" ? null : `${key} ${edition}`, key, async (signal) => (await Promise.all(ids.map((id) => api().node(id, null, undefined, signal)))).map((a) => a.node));
}

/** The group that a new thing belongs into: the selected one, or the one that the selected thing is in. */
export function groupAround(node: NodeDetail | undefined): { id: string; name: string } | null {
  if (!node) return null;
  return node.isGroup ? { id: node.id, name: node.name } : (node.group ?? null);
}
