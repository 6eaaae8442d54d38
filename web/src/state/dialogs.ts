import { store } from "./store";

export type DialogName = "look-up" | "import" | "keys" | "feedback" | "help";

/** The dialog that is open, one at a time. */
export const dialogs = store<{ open: DialogName | null }>({ open: null });

export function close(): void {
  dialogs.put({ open: null });
}
