import { failureOf } from "../look/message";
import { api } from "../state/workspace";

/** Halts an import: what it stated so far stands. A text says why it could not be. */
export function pauseImport(id: string): Promise<string | null> {
  return failureOf(() => api().pauseImport(id));
}
