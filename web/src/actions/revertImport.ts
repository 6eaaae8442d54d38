import { api } from "../state/workspace";

/** Takes an applied import back. A text says why it could not be. */
export async function revertImport(id: string): Promise<string | null> {
  try {
    await api().revertImport(id);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
