import { dialogs } from "../state/dialogs";
import type { Action } from "./action";

/** Shows what there is to read, and what one has not tried yet. */
export const showHelp: Action = { name: "Help", group: "Help", words: "documentation manual how", keys: ["shift+h"], run: () => dialogs.put({ open: "help" }) };
