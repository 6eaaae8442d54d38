import { api } from "../state/workspace";

/** Stops an import; what it stated is taken back. A text says why it could not be. */
export async function cancelImport(id: string): Promise<string | null> {
  try {
    await api().cancelImport(id);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
