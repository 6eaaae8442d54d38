import { session } from "./session";
import { view } from "./view";

/** How someone is called: you, where it is who asks, else as the server says. */
export function called(id: string | undefined, name: string | undefined): string | undefined {
  const { workspace } = view.get();
  const here = session.get().workspaces?.find((w) => w.name === workspace || w.id === workspace);
  return id !== undefined && id === here?.person ? "you" : name;
}
