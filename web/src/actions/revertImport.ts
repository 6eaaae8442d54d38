import { failureOf } from "../look/message";
import { api } from "../state/workspace";

/** Takes an applied import back. A text says why it could not be. */
export function revertImport(id: string): Promise<string | null> {
  return failureOf(() => api().revertImport(id));
}
