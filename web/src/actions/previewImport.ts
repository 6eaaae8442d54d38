import type { ImportRun } from "../api/contract";
import { messageOf } from "../look/message";
import { api } from "../state/workspace";

/** Reads without storing, and tells what would come; a text says why it could not. */
export async function previewImport(path: string, excludes: string[] | undefined, signal: AbortSignal): Promise<ImportRun | string> {
  try {
    return await api().previewImport(path, excludes, signal);
  } catch (error) {
    if (signal.aborted) return "You stopped the reading.";
    return messageOf(error);
  }
}
