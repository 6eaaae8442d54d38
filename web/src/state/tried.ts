import { dialogs } from "./dialogs";
import { store } from "./store";
import { view } from "./view";

/** What one may try, by the name of its action or deed. */
export const features = ["look-up", "select", "outline", "events", "sources", "activity", "past", "recorded", "compare", "import"] as const;
export type Feature = (typeof features)[number];

const key = "alchemist.tried";

/** What this browser's user has tried already. */
export const tried = store<{ all: readonly Feature[] }>({ all: kept() });

function kept(): Feature[] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(all) ? features.filter((f) => all.includes(f)) : [];
  } catch {
    // Unreadable, or no storage: nothing was tried.
    return [];
  }
}

/** Notices what is tried, from what one looks at. */
export function followTried(): void {
  const notice = (): void => {
    const v = view.get();
    const { open } = dialogs.get();
    const now: Record<Feature, boolean> = {
      "look-up": open === "look-up",
      select: v.selected !== null,
      outline: v.outline,
      events: v.side === "events",
      sources: v.side === "sources",
      activity: v.side === "activity",
      past: v.time !== null,
      recorded: v.time !== null && v.clock === "recorded",
      compare: v.since !== null,
      import: open === "import",
    };
    const { all } = tried.get();
    const more = features.filter((f) => now[f] && !all.includes(f));
    if (more.length === 0) return;
    tried.put({ all: [...all, ...more] });
    try {
      localStorage.setItem(key, JSON.stringify(tried.get().all));
    } catch {
      // Then it is offered again next time.
    }
  };
  notice();
  view.subscribe(notice);
  dialogs.subscribe(notice);
}
