import { dialogs } from "../state/dialogs";
import type { Action } from "./action";

/** Shows what there is to read, and what one has not tried yet. */
export const showHelp: Action = { name: "Help", group: "Help", words: "documentation manual how", keys: ["f1"], run: () => dialogs.put({ open: "help" }) };
