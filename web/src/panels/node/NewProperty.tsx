import { Button } from "@mantine/core";
import { useState, type ReactElement, type SyntheticEvent } from "react";
import type { Value } from "../../api/contract";
import { useOntology } from "../../state/ontology";
import { guess, kindNames, parse, type Kind } from "./kinds";
import { Suggest } from "./Suggest";
import { ValueInput } from "./ValueInput";
import classes from "./Node.module.css";

interface Props {
  /** Types of what it is of: what they have is suggested first. */
  types?: readonly string[];
  onState: (key: string, value: Value) => Promise<boolean>;
  onCancel: () => void;
}

/** Key, kind and value of a property that one states. */
export function NewProperty({ types = [], onState, onCancel }: Props): ReactElement {
  const [key, setKey] = useState("");
  const [text, setText] = useState("");
  const [chosen, choose] = useState<Kind | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, send] = useState(false);
  const { value: terms } = useOntology();
  const kind = chosen ?? guess(text);
  const uses = new Map<string, number>();
  for (const t of terms ?? []) if (types.length === 0 || types.includes(t.label)) for (const p of t.properties) uses.set(p.key, (uses.get(p.key) ?? 0) + p.count);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const said = parse(kind, kind === "flag" && text === "" ? "yes" : text);
    if ("problem" in said) {
      setProblem(said.problem);
      return;
    }
    setProblem(null);
    send(true);
    await onState(key.trim(), said.value);
    send(false);
  };
  return (
    <form
      className={classes.newProperty}
      onSubmit={(e) => void submit(e)}
      onKeyDown={(e) => {
        if (e.key !== "Escape") return;
        e.preventDefault();
        e.stopPropagation();
        onCancel();
      }}
    >
      <div className="row">
        <Suggest label="Property" value={key} suggestions={[...uses].sort((a, b) => b[1] - a[1]).map(([k]) => k)} onChange={setKey} required autoFocus />
        <label>
          <span className={classes.label}>Kind</span>
          <select className="select" value={kind} onChange={(e) => choose(e.currentTarget.value as Kind)}>
            {Object.entries(kindNames).map(([k, name]) => (
              <option key={k} value={k}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ValueInput kind={kind} label="Value" value={text} problem={problem} onChange={setText} />
      <div className="row">
        <Button size="compact-sm" type="submit" loading={sending} disabled={key.trim() === ""}>
          State it
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
