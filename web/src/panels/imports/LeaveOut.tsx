import { TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import classes from "./Imports.module.css";

/** More to say of what is read: what is left out of it. */
export function LeaveOut({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactElement {
  return (
    <details className={classes.remarks}>
      <summary>More</summary>
      <TextInput
        mt={6}
        size="sm"
        label="Leave out"
        description="Patterns as in .gitignore, with commas between; kept for the next time. A file .alchemistignore does the same."
        placeholder="node_modules, *.csv, private/"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </details>
  );
}
