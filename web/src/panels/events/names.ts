import { useSyncExternalStore } from "react";
import type { EventRecord } from "../../api/contract";
import { map, mapState } from "../../map/client";
import { sentence } from "./sentence";

/** Names of things as the map knows them, asked for when a row that needs them is on the screen, many at once. */
const names = new Map<string, string | null>();
const listeners = new Set<() => void>();
let wanted = new Set<string>();
let edition = 0;

function ask(): void {
  const ids = [...wanted];
  wanted = new Set();
  void map.names(ids).then((found) => {
    ids.forEach((id, k) => names.set(id, found.at(k) ?? null));
    listeners.forEach((listener) => listener());
  });
}

function nameOf(id: string): string | null {
  const now = mapState.get().edition;
  if (now !== edition) {
    // Another map knows other things.
    edition = now;
    names.clear();
  }
  if (id === "") return null;
  const known = names.get(id);
  if (known === undefined && !wanted.has(id)) {
    wanted.add(id);
    if (wanted.size === 1) queueMicrotask(ask);
  }
  return known ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const unsubscribe = mapState.subscribe(listener);
  return () => {
    listeners.delete(listener);
    unsubscribe();
  };
}

/** One line of what happened, by the names of what it is about. */
export function useSentence(event: EventRecord | undefined): string {
  const end = (which: "from" | "to"): string => (event?.type === "graph.nodes-connected" && typeof event.data[which] === "string" ? event.data[which] : "");
  const entity = useName(event?.entity ?? "");
  const from = useName(end("from"));
  const to = useName(end("to"));
  return event ? sentence(event, { entity, from, to }) : "";
}

/** The name of a thing, or null where it is not (yet) known. */
export function useName(id: string): string | null {
  return useSyncExternalStore(subscribe, () => nameOf(id));
}
