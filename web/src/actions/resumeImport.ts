import { failureOf } from "../look/message";
import { api } from "../state/workspace";

/** Lets an import go on that is paused. A text says why it could not be. */
export function resumeImport(id: string): Promise<string | null> {
  return failureOf(() => api().resumeImport(id));
}
