import { TextInput } from "@mantine/core";
import { useId, type ReactElement } from "react";

interface Props {
  label: string;
  hidden?: boolean;
  value: string;
  suggestions: readonly string[];
  placeholder?: string;
  required?: boolean;
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

const most = 60;

/** A field for words that are mostly, but need not be, among those in use. */
export function Suggest({ label, hidden, value, suggestions, placeholder, required, autoFocus, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <>
      <TextInput {...(hidden ? { "aria-label": label } : { label })} list={id} className="grow" dir="auto" maxLength={200} autoComplete="off" value={value} placeholder={placeholder} required={required} autoFocus={autoFocus} data-autofocus={autoFocus} onChange={(e) => onChange(e.currentTarget.value)} />
      <datalist id={id}>
        {suggestions.slice(0, most).map((s) => (
          <option key={s} value={s} />
        ))}
      </datalist>
    </>
  );
}
