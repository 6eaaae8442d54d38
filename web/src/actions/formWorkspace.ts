import { messageOf } from "../look/message";
import { notify } from "../state/session";
import { form } from "../state/workspace";

/** Forms a workspace and opens it; says what is wrong with the name otherwise. */
export async function formWorkspace(name: string): Promise<string | null> {
  try {
    await form(name);
    notify("done", `${name} is open.`);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
