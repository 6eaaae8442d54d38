import { messageOf } from "../look/message";
import { api } from "../state/workspace";

/** Begins an import. */
export async function startImport(path: string, label?: string, excludes?: string[]): Promise<{ id: string } | { problem: string }> {
  try {
    return { id: (await api().startImport(path, label, excludes)).id };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
