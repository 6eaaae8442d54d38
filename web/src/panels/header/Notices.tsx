import { Button, CloseButton } from "@mantine/core";
import type { ReactElement } from "react";
import { dismiss, session } from "../../state/session";
import { useStore } from "../../state/store";
import classes from "./Notices.module.css";

/** What became of what one did. Problems stay until they are read. */
export function Notices(): ReactElement {
  const notices = useStore(session, (s) => s.notices);
  return (
    <div className={classes.notices} role="log" aria-live="polite">
      {notices.map((n) => (
        <div key={n.number} className={`card ${classes.notice}`} data-kind={n.kind}>
          <span className="grow">{n.text}</span>
          {n.retry && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                dismiss(n.number);
                n.retry?.();
              }}
            >
              {n.choices?.retry ?? "Try again"}
            </Button>
          )}
          {n.choices && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                dismiss(n.number);
                n.read?.();
              }}
            >
              {n.choices.read}
            </Button>
          )}
          {n.undo && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                dismiss(n.number);
                n.undo?.();
              }}
            >
              Undo
            </Button>
          )}
          {!n.choices && (
            <CloseButton
              size="sm"
              aria-label="Dismiss"
              onClick={() => {
                dismiss(n.number);
                n.read?.();
              }}
            />
          )}
        </div>
      ))}
    </div>
  );
}
