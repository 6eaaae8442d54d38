import { Textarea, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import type { Kind } from "./kinds";

interface Props {
  kind: Kind;
  label: string;
  hidden?: boolean;
  value: string;
  problem: string | null;
  onChange: (text: string) => void;
}

/** The field that a kind of value is typed into. */
export function ValueInput({ kind, label, hidden, value, problem, onChange }: Props): ReactElement {
  const named = hidden ? { "aria-label": label } : { label };
  const common = { ...named, size: "sm" as const, error: problem, value, className: "grow", dir: "auto" as const };
  if (kind === "list") return <Textarea {...common} autosize={false} rows={4} description={hidden ? undefined : "Each in a line of its own"} onChange={(e) => onChange(e.currentTarget.value)} />;
  // One field however long the text grows: another in its place would take the keys away from whoever types.
  if (kind === "text") {
    const long = value.length > 60 || value.includes("\n");
    return (
      <Textarea
        {...common}
        rows={long ? 4 : 1}
        onChange={(e) => onChange(e.currentTarget.value)}
        onKeyDown={(e) => {
          // A short text is kept by Enter, as in any field of one line; Shift begins another line.
          if (e.key !== "Enter" || e.shiftKey || e.ctrlKey || e.metaKey || long || e.nativeEvent.isComposing) return;
          e.preventDefault();
          e.currentTarget.form?.requestSubmit();
        }}
      />
    );
  }
  if (kind === "flag") {
    return (
      <label className="grow">
        <span className={hidden ? "hidden-text" : "small"}>{label}</span>
        <select className="select" value={/^(no|false)$/i.test(value) ? "no" : "yes"} onChange={(e) => onChange(e.currentTarget.value)}>
          <option value="yes">yes</option>
          <option value="no">no</option>
        </select>
      </label>
    );
  }
  const type = kind === "date" ? "date" : kind === "dateTime" ? "datetime-local" : "text";
  return <TextInput {...common} type={type} step={kind === "dateTime" ? "any" : undefined} inputMode={kind === "number" ? "decimal" : undefined} onChange={(e) => onChange(e.currentTarget.value)} />;
}
