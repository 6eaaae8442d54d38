import { takeBack } from "./takeBack";

/** Does again what one took back last. */
export function redo(): Promise<void> {
  return takeBack("redo");
}
