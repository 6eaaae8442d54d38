import { messageOf } from "../look/message";
import { notify, session } from "../state/session";
import { form } from "../state/workspace";
import type { Action } from "./action";
import { openWorkspace } from "./openWorkspace";
import { sendFiles } from "./sendFiles";
import { startImport } from "./startImport";

const name = "harbour";
const file = "harbour.gexf";
/** Where the app has it: called so that whoever opens this project does not read it as a part of it. */
const source = "/harbour.txt";

/** Opens the example, a made-up ferry company of sixty things over three years; the first time it is sent and read like any other file. */
async function open(): Promise<void> {
  const there = session.get().workspaces?.find((w) => w.name === name);
  if (there && there.position > 0) {
    openWorkspace(name);
    return;
  }
  try {
    const response = await fetch(source);
    if (!response.ok) throw new Error("this server has no example");
    const content = await response.blob();
    if (there) openWorkspace(name);
    else await form(name);
    const path = await sendFiles(file, [{ path: file, content }], new AbortController().signal, () => undefined);
    const begun = await startImport(path, "Harbour, an example");
    if ("problem" in begun) throw new Error(begun.problem);
    notify("done", `The example is in a workspace of its own, ${name}. It is made up: change in it what you like.`);
  } catch (error) {
    notify("problem", `The example did not open: ${messageOf(error)}`, () => void open());
  }
}

export const openExample: Action = { name: "Open the example", group: "Help", words: "sample demo harbour try", run: () => void open() };
