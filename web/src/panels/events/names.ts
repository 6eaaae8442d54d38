import { useEffect, useState } from "react";
import type { EventRecord } from "../../api/contract";
import { map, mapState } from "../../map/client";
import { useStore } from "../../state/store";

/** Names of the things that events are about, as the map knows them. */
export function useNames(events: EventRecord[]): Map<string, string> {
  const [names, setNames] = useState<Map<string, string>>(() => new Map());
  const edition = useStore(mapState, (m) => m.edition);
  useEffect(() => {
    let wanted = true;
    const ids = [...new Set(events.filter((e) => e.type.startsWith("graph.") && e.type !== "graph.node-renamed").map((e) => e.entity))];
    void map.names(ids).then((found) => {
      if (wanted) setNames(new Map(ids.flatMap((id, k) => (found[k] ? [[id, found[k]]] : []))));
    });
    return () => {
      wanted = false;
    };
  }, [events, edition]);
  return names;
}
