import { store } from "./store";

export type DialogName = "look-up" | "import" | "keys" | "feedback" | "help" | EditDialog;

/** Dialogs that change the graph; what they are about is what is selected. */
const editing = ["add-node", "connect", "group", "put-into", "merge", "classify", "describe"] as const;

export type EditDialog = (typeof editing)[number];

/** The dialog that is open, one at a time. */
export const dialogs = store<{ open: DialogName | null }>({ open: null });

export function close(): void {
  dialogs.put({ open: null });
}

/** Whether a dialog changes the graph. */
export function isEditing(dialog: DialogName | null): dialog is EditDialog {
  return (editing as readonly (DialogName | null)[]).includes(dialog);
}
