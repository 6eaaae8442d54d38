import { dialogs } from "../state/dialogs";
import type { Action } from "./action";

/** Lists what the keys do. */
export const showKeys: Action = { name: "All keys", group: "Help", words: "keyboard shortcuts help", keys: ["?"], run: () => dialogs.put({ open: "keys" }) };
