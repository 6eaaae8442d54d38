import { TextInput } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { addNode } from "../../actions/addNode";
import { termNames, termOf, useOntology } from "../../state/ontology";
import { groupAround, useDetails } from "./details";
import { FormEnd } from "./FormEnd";
import { Suggest } from "./Suggest";
import { useSending } from "./sending";
import classes from "./Edit.module.css";

/** Name and type of a new thing, in the group of what is selected. */
export function AddNode({ beside }: { beside: string | null }): ReactElement {
  const [name, setName] = useState("");
  const [type, setType] = useState("");
  const [inGroup, putIn] = useState(true);
  const { value: terms } = useOntology();
  const { value: nodes } = useDetails(beside === null ? [] : [beside]);
  const group = groupAround(nodes?.[0] ?? undefined);
  const { sending, submit } = useSending(() => addNode(name.trim(), termOf(terms, type.trim(), false), inGroup ? (group?.id ?? null) : null));
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.head}>Add a node</h2>
      <TextInput label="Name" dir="auto" value={name} onChange={(e) => setName(e.currentTarget.value)} autoFocus data-autofocus required maxLength={1000} autoComplete="off" />
      <Suggest label="Type" value={type} suggestions={termNames(terms, false)} placeholder="Such as Person, Service, Idea" onChange={setType} />
      {group && (
        <label className="row">
          <input type="checkbox" checked={inGroup} onChange={(e) => putIn(e.currentTarget.checked)} />
          <span>
            in <bdi>{group.name}</bdi>
          </span>
        </label>
      )}
      <FormEnd label="Add" sending={sending} disabled={name.trim() === ""} />
    </form>
  );
}
