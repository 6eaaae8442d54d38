import { map } from "../map/client";
import { selectNode } from "./selectNode";

/** Selects a thing and brings the map to it. */
export function flyToNode(id: string): void {
  selectNode(id);
  map.tell({ say: "fly", id });
}
