import { dialogs } from "../state/dialogs";
import { notifyDone, session } from "../state/session";
import type { Action } from "./action";
import { sendCommands, things, untilKnown, whyNoEditOf } from "./edit";
import { flyWhenShown } from "./flyWhenShown";
import { selectNode } from "./selectNode";
import { selection } from "./selection";
import { submit } from "./sendCommand";
import { firstEvent, takeBackAt } from "./takeBackAt";

/** Asks how a group of what is selected is called. */
export const groupSelected: Action = {
  name: "Group what is selected",
  group: "Edit",
  words: "form a group together",
  keys: ["g"],
  unavailable: () => whyNoEditOf(1),
  run: () => dialogs.put({ open: "group" }),
};

/** Asks for the group that what is selected is put into. */
export const putSelectedIntoGroup: Action = {
  name: "Put into a group",
  group: "Edit",
  words: "move member",
  keys: ["shift+g"],
  unavailable: () => whyNoEditOf(1),
  run: () => dialogs.put({ open: "put-into" }),
};

/** Takes what is selected out of its group. */
export const takeSelectedOut: Action = {
  name: "Take out of its group",
  group: "Edit",
  words: "ungroup move",
  keys: ["shift+u"],
  unavailable: () => whyNoEditOf(1),
  run: () => void takeOutOfGroup(selection()),
};

/** Forms a group, and selects it. */
export async function formGroup(name: string, members: readonly string[], within: string | null): Promise<boolean> {
  const answer = await submit({ type: "graph.form-group", data: { name, members: [...members], ...(within === null ? {} : { within }) }, basedOn: session.get().position });
  if (answer === "kept") return true;
  const id = answer?.given?.group ?? answer?.events?.at(0)?.entity;
  if (answer === null || id === undefined) return false;
  const at = firstEvent(answer);
  await untilKnown(id, answer);
  selectNode(id);
  flyWhenShown(id);
  notifyDone(`Formed the group ${name} of ${things(members.length)}.`, () => {
    selectNode(null);
    void takeBackAt(at);
  });
  return true;
}

/** States that things are in a group. */
export async function putIntoGroup(group: string, name: string, members: readonly string[]): Promise<boolean> {
  return (await sendCommands([{ type: "graph.group-nodes", data: { group, members: [...members] } }], () => `Put ${things(members.length)} into ${name}.`)) === 1;
}

/** States that things are in no group. */
export async function takeOutOfGroup(members: readonly string[]): Promise<boolean> {
  return (await sendCommands([{ type: "graph.ungroup-nodes", data: { members: [...members] } }], () => `Took ${things(members.length)} out of the group.`)) === 1;
}

/** States that a group is no more; what was in it stays. */
export async function dissolveGroup(group: string, name: string): Promise<boolean> {
  selectNode(null);
  const done = (await sendCommands([{ type: "graph.dissolve-group", data: { group } }], () => `Dissolved the group ${name}.`)) === 1;
  if (!done) selectNode(group);
  return done;
}
