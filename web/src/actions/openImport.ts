import { dialogs } from "../state/dialogs";
import type { Action } from "./action";

/** Asks for a place to read. */
export const openImport: Action = { name: "Import a folder, a repository or a file", group: "Sources", words: "open read add", keys: ["i"], run: () => dialogs.put({ open: "import" }) };
