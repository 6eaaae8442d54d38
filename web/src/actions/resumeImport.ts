import { api } from "../state/workspace";

/** Lets an import go on that is paused. A text says why it could not be. */
export async function resumeImport(id: string): Promise<string | null> {
  try {
    await api().resumeImport(id);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
