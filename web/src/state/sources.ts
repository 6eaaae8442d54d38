import type { SourceRef } from "../api/contract";
import { called } from "./called";
import { session } from "./session";
import { store, useStore } from "./store";
import { api, isOpen } from "./workspace";

interface Named {
  /** How each source is called, by id; told apart by its reader where two have one label. */
  names: Map<string, string>;
  /** Who reads each, by id. */
  readers: Map<string, string>;
  askedAt: number;
}

const sources = store<Named>({ names: new Map(), readers: new Map(), askedAt: -1 });

async function load(position: number): Promise<void> {
  sources.put({ askedAt: position });
  try {
    const { sources: all } = await api().sources();
    const labels = new Map<string, number>();
    for (const s of all) labels.set(s.label, (labels.get(s.label) ?? 0) + 1);
    sources.put({ readers: new Map(all.map((s) => [s.id, s.reader ?? ""])), names: new Map(all.map((s) => [s.id, labels.get(s.label)! > 1 && s.reader ? `${s.label} (${s.reader})` : s.label])) });
  } catch {
    // The labels that come with each statement must do.
  }
}

/** How a source is called, so that two with one label are told apart. */
export function useSourceName(): (source: SourceRef) => string {
  const names = useStore(sources, (s) => s.names);
  return (source) => {
    const known = names.get(source.id);
    if (source.person) return called(source.id, source.label) ?? source.label;
    if (known !== undefined) return known;
    // A source that came since: ask once for each position.
    const { position } = session.get();
    if (isOpen() && sources.get().askedAt !== position) queueMicrotask(() => void (sources.get().askedAt !== position && load(position)));
    return source.label;
  };
}

/** Who reads a source; empty for people, and until it is known. */
export function useReader(): (source: SourceRef) => string {
  const readers = useStore(sources, (s) => s.readers);
  return (source) => readers.get(source.id) ?? "";
}
