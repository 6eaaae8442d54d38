import { store } from "./store";

/** The dialog that is open, one at a time. */
export type DialogName = "look-up" | "import" | EditDialog;

/** Dialogs that change the graph; what they are about is what is selected. */
export type EditDialog = "add-node" | "connect" | "group" | "put-into" | "merge" | "classify" | "describe";

export const dialogs = store<{ open: DialogName | null }>({ open: null });

export function close(): void {
  dialogs.put({ open: null });
}
