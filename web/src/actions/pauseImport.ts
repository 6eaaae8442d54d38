import { api } from "../state/workspace";

/** Halts an import: what it stated so far stands. A text says why it could not be. */
export async function pauseImport(id: string): Promise<string | null> {
  try {
    await api().pauseImport(id);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
