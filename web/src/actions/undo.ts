import type { Action } from "./action";
import { whyNoEdit } from "./edit";
import { takeBack } from "./takeBack";

/** Takes back what one did last. */
export const undo: Action = { name: "Undo", group: "Edit", words: "take back", keys: ["mod+z"], unavailable: whyNoEdit, run: () => void takeBack("undo") };
