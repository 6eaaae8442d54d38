import { close } from "../state/dialogs";
import { tour } from "../state/tour";
import type { Action } from "./action";

/** Shows around, in a few steps that one can leave at any time. */
export const takeTour: Action = {
  name: "Take a tour",
  group: "Help",
  words: "introduction learn guide",
  run: () => {
    close();
    tour.put({ step: 0 });
  },
};
