import { view } from "../state/view";
import type { Action } from "./action";
import { travelTo } from "./travelTo";

/** Travels in what was known when, instead of what was so when; or the other way round. */
export const switchClock: Action = {
  name: "Travel in the other time: of the world, or as recorded",
  group: "Time",
  words: "effective known clock",
  keys: ["shift+r"],
  run: () => {
    const clock = view.get().clock === "effective" ? "recorded" : "effective";
    view.put({ since: null });
    travelTo(null, clock);
  },
};
