/** What whatever was thrown tells people. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Waits for what is asked; a text says why it failed. */
export async function failureOf(ask: () => Promise<unknown>): Promise<string | null> {
  try {
    await ask();
    return null;
  } catch (error) {
    return messageOf(error);
  }
}
