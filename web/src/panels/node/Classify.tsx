import { useState, type ReactElement } from "react";
import { classifyNodes } from "../../actions/classifyNode";
import { things } from "../../actions/edit";
import { termNames, termOf, useOntology } from "../../state/ontology";
import { FormEnd } from "./FormEnd";
import { Suggest } from "./Suggest";
import { useSending } from "./sending";
import classes from "./Edit.module.css";

/** The type that is stated of what is selected. */
export function Classify({ ids }: { ids: readonly string[] }): ReactElement {
  const [type, setType] = useState("");
  const { value: terms } = useOntology();
  const { sending, submit } = useSending(() => classifyNodes(ids, termOf(terms, type.trim(), false)));
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.head}>State a type of {things(ids.length)}</h2>
      <Suggest label="Type" value={type} suggestions={termNames(terms, false)} onChange={setType} autoFocus required />
      <FormEnd label="State it" sending={sending} disabled={type.trim() === ""} />
    </form>
  );
}
