import { useState, type SyntheticEvent } from "react";
import { close } from "../../state/dialogs";

/** Does what a form asks for, once at a time, and closes the dialog when it was done. */
export function useSending(work: () => Promise<boolean>): { sending: boolean; submit: (event: SyntheticEvent) => void } {
  const [sending, send] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (sending) return;
    send(true);
    void work().then((done) => {
      send(false);
      if (done) close();
    });
  };
  return { sending, submit };
}
