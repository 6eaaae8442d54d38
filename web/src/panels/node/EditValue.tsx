import { Button } from "@mantine/core";
import { useState, type ReactElement } from "react";
import type { Value } from "../../api/contract";
import { kindNames, kindOf, parse, textOf, type Kind } from "./kinds";
import { Meanwhile } from "./Meanwhile";
import { ValueInput } from "./ValueInput";

interface Props {
  label: string;
  value: Value;
  onSave: (value: Value) => Promise<boolean>;
  onCancel: () => void;
}

/** A value that is edited where it stands: Enter (in many lines with Ctrl) keeps, Esc does not. */
export function EditValue({ label, value, onSave, onCancel }: Props): ReactElement {
  /** With what it was opened: another may state something else meanwhile. */
  const [begun] = useState(value);
  const [kind, choose] = useState<Kind>(kindOf(value) ?? "text");
  const [text, setText] = useState(textOf(value));
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, send] = useState(false);
  const save = async (): Promise<void> => {
    // What was only looked at is no statement of one's own.
    if (kind === kindOf(begun) && text === textOf(begun)) {
      onCancel();
      return;
    }
    const said = parse(kind, text);
    if ("problem" in said) {
      setProblem(said.problem);
      return;
    }
    send(true);
    if (await onSave(said.value)) onCancel();
    else send(false);
  };
  const meanwhile = !sending && textOf(value) !== textOf(begun);
  return (
    <form
      className="edit"
      ref={(form) => {
        // The field is another for each kind: whichever it is, one types on.
        if (form && !form.contains(document.activeElement)) form.querySelector<HTMLElement>("input, textarea")?.focus();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
        else if (event.key === "Escape") onCancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="row">
        <ValueInput kind={kind} label={label} hidden value={text} problem={problem} onChange={setText} />
        <select className="select kind" aria-label={`Kind of ${label}`} value={kind} onChange={(e) => choose(e.currentTarget.value as Kind)}>
          {Object.entries(kindNames).map(([k, name]) => (
            <option key={k} value={k}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {meanwhile && <Meanwhile now={value === null ? "nothing" : textOf(value)} />}
      <div className="row">
        <Button size="compact-sm" type="submit" loading={sending}>
          Keep
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
