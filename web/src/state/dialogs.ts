import { store } from "./store";

/** The dialog that is open, one at a time. */
export const dialogs = store<{ open: "look-up" | "import" | null }>({ open: null });

export function close(): void {
  dialogs.put({ open: null });
}
