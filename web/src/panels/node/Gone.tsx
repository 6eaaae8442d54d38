import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { restoreNode } from "../../actions/retireNode";
import { Icon } from "../../look/icons";
import classes from "./Node.module.css";

/** What the server answers of a thing that is not there at the moment asked about, but is at another. */
export const absent = "absent-node";

/** Says that a thing is not there any more, or what else is said of that, with the way to have it back. */
export function Gone({ id, said = "It is not there any more: it was retired meanwhile." }: { id: string; said?: string }): ReactElement {
  return (
    <p className={classes.former} role="status">
      {said}
      <Button size="compact-xs" variant="light" leftSection={<Icon name="undo" size={13} />} onClick={() => void restoreNode(id)}>
        Restore it
      </Button>
    </p>
  );
}
