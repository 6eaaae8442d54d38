import type { ReactElement } from "react";
import { selection } from "../../actions/selection";
import { Dialog } from "../../look/Dialog";
import { close, type EditDialog } from "../../state/dialogs";
import { AddNode } from "./AddNode";
import { Classify } from "./Classify";
import { Connect } from "./Connect";
import { DescribeDialog } from "./DescribeDialog";
import { FormGroup, PutInto } from "./Groups";
import { Merge } from "./Merge";

const labels: Record<EditDialog, string> = {
  "add-node": "Add a node",
  connect: "Connect",
  group: "Form a group",
  "put-into": "Put into a group",
  merge: "Merge",
  classify: "State a type",
  describe: "State a property",
};

/** The dialog that changes what is selected. */
export default function EditDialogs({ open }: { open: EditDialog }): ReactElement {
  return (
    <Dialog label={labels[open]} size={open === "merge" ? 620 : 460} onClose={close}>
      <Inside open={open} ids={selection()} />
    </Dialog>
  );
}

function Inside({ open, ids }: { open: EditDialog; ids: string[] }): ReactElement {
  switch (open) {
    case "add-node":
      return <AddNode beside={ids.at(0) ?? null} />;
    case "connect":
      return <Connect ids={ids} />;
    case "group":
      return <FormGroup ids={ids} />;
    case "put-into":
      return <PutInto ids={ids} />;
    case "merge":
      return <Merge ids={ids} />;
    case "classify":
      return <Classify ids={ids} />;
    case "describe":
      return <DescribeDialog ids={ids} />;
  }
}
