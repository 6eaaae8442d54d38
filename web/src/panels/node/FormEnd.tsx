import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { Problem } from "../../look/Problem";
import { close } from "../../state/dialogs";
import classes from "./Edit.module.css";

/** The buttons that end a dialog. */
export function FormEnd({ label, sending, disabled }: { label: string; sending: boolean; disabled?: boolean }): ReactElement {
  return (
    <div className={classes.buttons}>
      <Button variant="subtle" color="gray" onClick={close}>
        Cancel
      </Button>
      <Button type="submit" loading={sending} disabled={disabled}>
        {label}
      </Button>
    </div>
  );
}

/** What a dialog says that cannot go on, and its end. */
export function Ended({ why }: { why: string }): ReactElement {
  return (
    <>
      <Problem className={classes.problem} text={why} />
      <div className={classes.buttons}>
        <Button onClick={close}>Close</Button>
      </div>
    </>
  );
}
