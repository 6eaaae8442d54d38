import { api } from "../state/workspace";

/** Begins an import. */
export async function startImport(path: string, label?: string): Promise<{ id: string } | { problem: string }> {
  try {
    return { id: (await api().startImport(path, label)).id };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
