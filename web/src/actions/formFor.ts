import { failureOf } from "../look/message";
import { session } from "../state/session";
import { form } from "../state/workspace";

const mostLetters = 63;

/** How a workspace can be called after something that is to be read: “My Project.zip” makes `my-project`. */
export function workspaceNameOf(thing: string): string {
  const plain = thing
    .split(/[\\/]/)
    .filter((part) => part !== "")
    .at(-1)
    ?.replace(/\.[a-z0-9]{1,5}$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, mostLetters)
    .replace(/-+$/, "");
  return plain === undefined || plain === "" ? "workspace" : plain;
}

/** Where there is no workspace yet, forms one for what comes, called after it; says why it cannot. */
export async function formFor(thing: string): Promise<string | null> {
  if (session.get().workspaces?.length !== 0) return null;
  return failureOf(() => form(workspaceNameOf(thing)));
}
