import { session } from "./session";
import { view } from "./view";

/** Whether someone is who asks here. */
export function isMe(id: string | undefined): boolean {
  const { workspace } = view.get();
  const here = session.get().workspaces?.find((w) => w.name === workspace || w.id === workspace);
  return id !== undefined && id === here?.person;
}

/** How someone is called: you, where it is who asks, else as the server says. */
export function called(id: string | undefined, name: string | undefined): string | undefined {
  return isMe(id) ? "you" : name;
}
