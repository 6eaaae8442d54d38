/** What one did last by choosing it, the latest first: it stands on top when one chooses again. */
const key = "alchemist.recent-actions";
const mostKept = 6;

export function recentActions(storage: Storage = localStorage): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((name) => typeof name === "string").slice(0, mostKept) : [];
  } catch {
    // Unreadable: nothing is recent.
    return [];
  }
}

export function rememberAction(name: string, storage: Storage = localStorage): void {
  const others = recentActions(storage).filter((other) => other !== name);
  try {
    storage.setItem(key, JSON.stringify([name, ...others].slice(0, mostKept)));
  } catch {
    // No room to remember in: then nothing is recent.
  }
}
