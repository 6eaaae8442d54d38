import { view } from "../state/view";
import type { Action } from "./action";
import { travelTo } from "./travelTo";

/** Ends the look at the past. */
export const goToNow: Action = { name: "Back to now", group: "Time", words: "present end past", keys: ["shift+n"], unavailable: () => (view.get().time === null ? "You see now." : null), run: () => travelTo(null) };
