import { dialogs } from "../state/dialogs";
import type { Action } from "./action";

/** Finds things by name, and what can be done. */
export const lookUp: Action = {
  name: "Look up by name",
  group: "Go",
  words: "find search",
  keys: ["mod+k", "/"],
  run: () => dialogs.put({ open: dialogs.get().open === "look-up" ? null : "look-up" }),
};
