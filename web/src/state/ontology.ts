import type { Term } from "../api/contract";
import { mapState } from "../map/client";
import { useAnswer, type Answer } from "./answer";
import { stream } from "./session";
import { useStore } from "./store";
import { view } from "./view";
import { api, isOpen } from "./workspace";

const lookBack = 400;

/** The types and relations at the time shown, asked for anew when the map is another or a term was decided on. */
export function useOntology(wanted = true): Answer<readonly Term[]> {
  const time = useStore(view, (v) => v.time);
  const workspace = useStore(view, (v) => v.workspace);
  const edition = useStore(mapState, (m) => m.edition);
  const decided = useStore(stream, (s) => s.events.findLast((e, k) => k > s.events.length - lookBack && e.type.startsWith("ontology."))?.position ?? 0);
  const key = wanted && isOpen() ? `${workspace ?? ""} ${time ?? "now"} ${edition} ${decided}` : null;
  return useAnswer(key, workspace, async (signal) => (await api().ontology(time, decided, signal)).terms);
}

/** The names that are shown of types, or of relations: what is used most in front. */
export function termNames(terms: readonly Term[] | null, relation: boolean): string[] {
  return (terms ?? [])
    .filter((t) => t.relation === relation && t.standing !== "rejected" && t.label !== "")
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
    .map((t) => t.label);
}

/** What sources call a type or relation that is shown under a name. */
export function termOf(terms: readonly Term[] | null, label: string, relation: boolean): string {
  return (terms ?? []).find((t) => t.relation === relation && t.label === label)?.term ?? label;
}
