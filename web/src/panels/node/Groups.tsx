import { Button, TextInput } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { things } from "../../actions/edit";
import { formGroup, putIntoGroup, takeOutOfGroup } from "../../actions/formGroup";
import type { NodeRef } from "../../api/contract";
import { close } from "../../state/dialogs";
import { thoseThere, useDetails } from "./details";
import { FormEnd } from "./FormEnd";
import { NodePicker } from "./NodePicker";
import { useSending } from "./sending";
import classes from "./Edit.module.css";

/** The name of a group of what is selected. */
export function FormGroup({ ids }: { ids: readonly string[] }): ReactElement {
  const [name, setName] = useState("");
  const { value } = useDetails(ids.slice(0, 20));
  const nodes = value && thoseThere(value);
  const around = new Map((nodes ?? []).map((n) => [n.group?.id ?? "", n.group?.name ?? ""]));
  // A group of what is in one group belongs into that one.
  const [within] = around.size === 1 ? around.keys() : [""];
  const { sending, submit } = useSending(() => formGroup(name.trim(), ids, within === "" ? null : within));
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.head}>Form a group of {things(ids.length)}</h2>
      {nodes && (
        <p className={classes.hint}>
          <bdi>{nodes.map((n) => n.name).join(", ")}</bdi>
          {ids.length > nodes.length && ` and ${ids.length - nodes.length} more`}
          {within !== "" && `, within ${around.get(within) ?? ""}`}
        </p>
      )}
      <TextInput label="Name of the group" dir="auto" value={name} onChange={(e) => setName(e.currentTarget.value)} autoFocus data-autofocus required maxLength={1000} autoComplete="off" />
      <FormEnd label="Form it" sending={sending} disabled={name.trim() === ""} />
    </form>
  );
}

/** The group that what is selected is put into. */
export function PutInto({ ids }: { ids: readonly string[] }): ReactElement {
  const [group, choose] = useState<NodeRef | null>(null);
  const { value } = useDetails(ids.slice(0, 20));
  const nodes = value && thoseThere(value);
  const isIn = nodes?.some((n) => n.group) ?? false;
  const { sending, submit } = useSending(() => (group ? putIntoGroup(group.id, group.name, ids) : Promise.resolve(false)));
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.head}>Put {things(ids.length)} into a group</h2>
      <NodePicker label="Group" groups without={ids} chosen={group} onChoose={choose} autoFocus />
      {isIn && (
        <Button variant="subtle" color="gray" onClick={() => void takeOutOfGroup(ids).then((done) => done && close())}>
          Take out of {nodes?.length === 1 ? nodes[0].group?.name : "their groups"} instead
        </Button>
      )}
      <FormEnd label="Put in" sending={sending} disabled={group === null} />
    </form>
  );
}
