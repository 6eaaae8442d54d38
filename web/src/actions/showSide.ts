import { view, type Side } from "../state/view";
import type { Action } from "./action";

/** Shows the events as they come, or puts them away. */
export const showEvents: Action = { name: "Events", group: "Show", words: "log history live", keys: ["e"], run: () => toggle("events") };

/** Shows where the content comes from, or puts that away. */
export const showSources: Action = { name: "Sources", group: "Show", words: "imports places", keys: ["s"], run: () => toggle("sources") };

/** Shows what happened since one looked last, or puts that away. */
export const showActivity: Action = { name: "Activity since you last looked", group: "Show", words: "news changed who", keys: ["shift+a"], run: () => toggle("activity") };

function toggle(side: Side): void {
  view.put({ side: view.get().side === side ? null : side });
}
