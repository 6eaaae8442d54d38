import { session } from "./session";
import { store } from "./store";
import { view } from "./view";

/** Up to which position one had looked when this page was opened, by workspace; null: never before. */
export const seen = store<{ workspace: string | null; position: number | null }>({ workspace: null, position: null });

const keyOf = (workspace: string): string => `alchemist.seen.${workspace}`;

function kept(workspace: string): number | null {
  const text = localStorage.getItem(keyOf(workspace));
  const position = text === null ? NaN : Number(text);
  return Number.isInteger(position) && position >= 0 ? position : null;
}

/** What is there now counts as seen from here on. */
export function markSeen(): void {
  const { workspace } = view.get();
  const { position } = session.get();
  if (workspace === null) return;
  keep(workspace, position);
  seen.put({ workspace, position });
}

function keep(workspace: string, position: number): void {
  try {
    localStorage.setItem(keyOf(workspace), String(position));
  } catch {
    // Without memory everything is news again next time.
  }
}

/** Remembers, whenever one looks away, up to where one had looked. */
export function followSeen(): void {
  const open = (): void => {
    const { workspace } = view.get();
    if (workspace === null || workspace === seen.get().workspace) return;
    const position = kept(workspace);
    seen.put({ workspace, position });
  };
  open();
  view.subscribe(open);
  addEventListener("pagehide", () => {
    const { workspace } = view.get();
    if (workspace !== null && session.get().position > 0) keep(workspace, session.get().position);
  });
}
