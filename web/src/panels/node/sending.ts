import { useState, type SyntheticEvent } from "react";
import { close, dialogs } from "../../state/dialogs";

/** Does what a form asks for, once at a time, and closes the dialog when it was done. */
export function useSending(work: () => Promise<boolean>): { sending: boolean; submit: (event: SyntheticEvent) => void } {
  const [sending, send] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (sending) return;
    send(true);
    const { open } = dialogs.get();
    void work().then((done) => {
      send(false);
      // Another dialog may have been opened meanwhile.
      if (done && dialogs.get().open === open) close();
    });
  };
  return { sending, submit };
}
