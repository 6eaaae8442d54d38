import { store } from "./store";

/** Which panels over the map are open. */
export const mapPanels = store<{ filter: boolean }>({ filter: false });
