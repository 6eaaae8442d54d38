import { failureOf } from "../look/message";
import { api } from "../state/workspace";

/** Stops an import; what it stated is taken back. A text says why it could not be. */
export function cancelImport(id: string): Promise<string | null> {
  return failureOf(() => api().cancelImport(id));
}
