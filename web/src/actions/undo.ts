import { takeBack } from "./takeBack";

/** Takes one's own last command back. */
export function undo(): Promise<void> {
  return takeBack("undo");
}
