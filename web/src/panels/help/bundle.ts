export interface Known {
  health: { status: string; version: string; uptimeSeconds: number; workspaces: number; problems?: string[] } | null;
  stats: Record<string, unknown> | null;
  connection: string;
  position: number;
  mapItems: number;
  agent: string;
  screen: { width: number; height: number; ratio: number };
  dark: boolean;
}

/** Names and places are nobody's business but the user's: what stands in quotes, and paths, give way to dots. */
export function masked(text: string): string {
  return text
    .replace(/'[^']*'|"[^"]*"|“[^”]*”/g, "'…'")
    .replace(/([A-Za-z]:)?[\\/][^\s,;:]*/g, "/…")
    .replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, "…@…");
}

/** What a report of a problem needs: versions, states and numbers; no name, no path, no content. */
export function bundleOf(known: Known, told: string): string {
  const counts = Object.fromEntries(Object.entries(known.stats ?? {}).filter(([, value]) => typeof value === "number"));
  const report = {
    report: "alchemist",
    told: told.trim() === "" ? undefined : told.trim(),
    server: known.health === null ? "does not answer" : { ...known.health, problems: (known.health.problems ?? []).map(masked) },
    workspace: { ...counts, position: known.position },
    page: { connection: known.connection, mapItems: known.mapItems, dark: known.dark, screen: known.screen, browser: known.agent },
  };
  return JSON.stringify(report, null, 2);
}
