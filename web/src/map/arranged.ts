import { looks } from "../state/looks";
import { store } from "../state/store";
import { view } from "../state/view";
import { plainArrangement, type Arrangement } from "./arrangement";
import { map } from "./client";

/** What of an arrangement is not in the address: it lasts as long as the tab, for each workspace. */
type Kept = Pick<Arrangement, "hidden" | "held" | "moved" | "only">;

const nothing: Kept = { hidden: [], held: {}, moved: {}, only: null };

/** How the map is arranged now. */
export const arranged = store<Kept>(recall(view.get().workspace));

function key(workspace: string): string {
  return `alchemist.arranged.${workspace}`;
}

function recall(workspace: string | null): Kept {
  if (workspace === null || typeof sessionStorage === "undefined") return nothing;
  try {
    const text = sessionStorage.getItem(key(workspace));
    return text ? { ...nothing, ...(JSON.parse(text) as Partial<Kept>) } : nothing;
  } catch {
    // No storage, or what is in it is not ours: the map as it is laid out.
    return nothing;
  }
}

/** Keeps the map as the view and the arrangement say. Called once, by who shows the map. */
export function followView(): () => void {
  let seen = view.get();
  const tellArrangement = (): void => {
    const { colourBy, sizeBy, caption } = view.get();
    map.tell({ say: "arrange", arrangement: { ...plainArrangement, ...arranged.get(), colourBy, sizeBy, caption, colours: looks.get().colours } });
  };
  const tellFilter = (): void => {
    const { conditions, hides } = view.get();
    map.tell({ say: "filter", conditions, hide: hides });
  };
  if (seen.turned) map.tell({ say: "turn", side: seen.turned });
  if (seen.dimensions === 3) map.tell({ say: "deep", deep: true });
  map.tell({ say: "select", id: seen.selected, also: seen.also });
  map.tell({ say: "edge", edge: seen.edge });
  tellArrangement();
  tellFilter();
  const stopView = view.subscribe(() => {
    const now = view.get();
    const before = seen;
    seen = now;
    if (now.workspace !== before.workspace) {
      arranged.put(recall(now.workspace));
      map.showWay(null);
    }
    if (now.selected !== before.selected || now.also !== before.also) map.tell({ say: "select", id: now.selected, also: now.also });
    if (now.edge !== before.edge) map.tell({ say: "edge", edge: now.edge });
    if (now.dimensions !== before.dimensions) map.tell({ say: "deep", deep: now.dimensions === 3 });
    if (now.colourBy !== before.colourBy || now.sizeBy !== before.sizeBy || now.caption !== before.caption) tellArrangement();
    if (now.conditions !== before.conditions || now.hides !== before.hides) tellFilter();
  });
  const stopArranged = arranged.subscribe(() => {
    const { workspace } = view.get();
    tellArrangement();
    if (workspace === null) return;
    try {
      sessionStorage.setItem(key(workspace), JSON.stringify(arranged.get()));
    } catch {
      // Without storage it lasts until the page is left.
    }
  });
  let { colours } = looks.get();
  const stopLooks = looks.subscribe(() => {
    if (looks.get().colours === colours) return;
    colours = looks.get().colours;
    tellArrangement();
  });
  return () => {
    stopLooks();
    stopView();
    stopArranged();
  };
}
