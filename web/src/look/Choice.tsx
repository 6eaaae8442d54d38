import type { ReactElement } from "react";

interface Props<T extends string> {
  label: string;
  value: T;
  choices: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, value, choices, onChoose }: Props<T>): ReactElement {
  return (
    <div className="choice" role="group" aria-label={label}>
      {choices.map((c) => (
        <button key={c.value} type="button" className="plain" aria-pressed={c.value === value} onClick={() => onChoose(c.value)}>
          {c.label}
        </button>
      ))}
    </div>
  );
}
