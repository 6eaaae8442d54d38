import { Loader, TextInput } from "@mantine/core";
import { useEffect, useId, useState, type KeyboardEvent, type ReactElement } from "react";
import type { NodeRef } from "../../api/contract";
import { useAnswer } from "../../state/answer";
import { api } from "../../state/workspace";
import classes from "./Edit.module.css";

interface Props {
  label: string;
  /** Only groups. */
  groups?: boolean;
  /** Not these. */
  without?: readonly string[];
  chosen: NodeRef | null;
  onChoose: (node: NodeRef | null) => void;
  autoFocus?: boolean;
}

const most = 8;
const asked = 40;
const afterMs = 120;

/** Chooses a thing by its name. */
export function NodePicker({ label, groups, without = [], chosen, onChoose, autoFocus }: Props): ReactElement {
  const id = useId();
  const [text, setText] = useState("");
  const [wanted, want] = useState("");
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      want(text.trim());
      setAt(0);
    }, afterMs);
    return () => clearTimeout(timer);
  }, [text]);
  const open = chosen === null && wanted !== "";
  const { value, problem, slow } = useAnswer(open ? wanted : null, "picker", (signal) => api().nodes({ name: wanted, limit: asked }, signal));
  const found = open ? (value?.nodes ?? []).filter((n) => (!groups || n.isGroup) && !without.includes(n.id)).slice(0, most) : [];
  const choose = (node: NodeRef): void => {
    onChoose(node);
    setText(node.name);
  };
  const press = (event: KeyboardEvent): void => {
    if (!found.length) return;
    if (event.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
    else if (event.key === "Enter") choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.picker}>
      <TextInput
        label={label}
        autoFocus={autoFocus}
        data-autofocus={autoFocus}
        dir="auto"
        placeholder="Look up by name"
        role="combobox"
        autoComplete="off"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        value={chosen ? chosen.name : text}
        rightSection={slow && open ? <Loader size="xs" /> : null}
        onChange={(e) => {
          if (chosen) onChoose(null);
          setText(e.currentTarget.value);
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={`Found for ${label}`} className={found.length ? `card ${classes.options}` : undefined}>
        {found.map((node, k) => (
          <div key={node.id} id={`${id}-${k}`} role="option" aria-selected={k === at} className={classes.option} data-at={k === at || undefined} onMouseMove={() => setAt(k)} onMouseDown={(e) => e.preventDefault()} onClick={() => choose(node)}>
            <bdi className="grow cut">{node.name}</bdi>
            <span className="small muted cut">{[node.types[0] ?? (node.isGroup ? "Group" : ""), typeof node.group === "object" ? node.group.name : ""].filter(Boolean).join(" · ")}</span>
          </div>
        ))}
      </div>
      {open && problem === null && value && found.length === 0 && <p className="small muted">Nothing{groups ? " that is a group" : ""} has a name with “{wanted}” in it.</p>}
      {problem !== null && open && <p className={classes.problem}>{problem}</p>}
    </div>
  );
}
