import { map } from "../map/client";
import type { Action } from "./action";

/** Shows all of the map. */
export const fitMap: Action = { name: "Show all of the map", group: "Map", words: "fit home reset zoom", keys: ["f", "0"], run: () => map.tell({ say: "fit" }) };
