import { useState } from "react";
import { ApiProblem } from "../../api/client";
import type { NodeDetail } from "../../api/contract";
import { useAnswer, type Answer } from "../../state/answer";
import { useEdition } from "../../state/edition";
import { api } from "../../state/workspace";

/** All that is known now of some things, in their order, anew whenever one of them is another; null for what is not there any more. */
export function useDetails(ids: readonly string[]): Answer<(NodeDetail | null)[]> {
  const key = ids.join(" ");
  // What happens to that into which one of them was merged concerns it too.
  const [into, follow] = useState<readonly string[]>([]);
  const { edition, atLeast } = useEdition(...ids, ...into);
  const answer = useAnswer(key === "" ? null : `${key} ${edition}`, key, (signal) => Promise.all(ids.map((id) => api().node(id, null, atLeast, signal).then((a) => a.node, gone))));
  const merged = (answer.value ?? []).flatMap((node, k) => (node !== null && node.id !== ids[k] ? [node.id] : []));
  if (merged.join() !== into.join()) follow(merged);
  return answer;
}

function gone(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null;
  throw error;
}

/** Those that are there, each once: what was merged is one. */
export function thoseThere(nodes: readonly (NodeDetail | null)[]): NodeDetail[] {
  return [...new Map(nodes.flatMap((node) => (node === null ? [] : [[node.id, node]]))).values()];
}

/** Why nothing can be done with all of it together: another retired or merged some meanwhile; null: it can. */
export function whyNotAll(nodes: readonly (NodeDetail | null)[]): string | null {
  if (nodes.includes(null)) return "Some of it is not there any more: it was retired meanwhile.";
  return thoseThere(nodes).length < nodes.length ? "Some of it is one thing already: it was merged meanwhile." : null;
}

/** The group that a new thing belongs into: the selected one, or the one that the selected thing is in. */
export function groupAround(node: NodeDetail | undefined): { id: string; name: string } | null {
  if (!node) return null;
  return node.isGroup ? { id: node.id, name: node.name } : (node.group ?? null);
}
