import { Button, TextInput } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { Meanwhile } from "./Meanwhile";

interface Props {
  label: string;
  value: string;
  /** It may be left empty. */
  optional?: boolean;
  maxLength?: number;
  placeholder?: string;
  onSave: (value: string) => void | Promise<void>;
  onCancel: () => void;
}

/** Words that are edited where they stand: Enter keeps, Esc does not. */
export function EditText({ label, value, optional = false, maxLength, placeholder, onSave, onCancel }: Props): ReactElement {
  /** With what it was opened: another may state something else meanwhile, which what was only looked at must not undo. */
  const [begun] = useState(value);
  const [text, setText] = useState(value);
  const [sending, setSending] = useState(false);
  const save = async (): Promise<void> => {
    if (text.trim() === "" && !optional) return;
    if (text.trim() === begun) {
      onCancel();
      return;
    }
    setSending(true);
    await onSave(text.trim());
    setSending(false);
  };
  return (
    <form
      className="row wrap"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        event.preventDefault();
        onCancel();
      }}
    >
      <TextInput className="grow" size="sm" aria-label={label} dir="auto" value={text} {...(maxLength ? { maxLength } : {})} {...(placeholder ? { placeholder } : {})} onChange={(e) => setText(e.currentTarget.value)} autoFocus onFocus={(e) => e.currentTarget.select()} />
      <Button size="compact-sm" type="submit" loading={sending}>
        Keep
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
        Cancel
      </Button>
      {!sending && value !== begun && <Meanwhile now={value} />}
    </form>
  );
}
