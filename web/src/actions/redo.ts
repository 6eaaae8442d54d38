import type { Action } from "./action";
import { whyNoEdit } from "./edit";
import { takeBack } from "./takeBack";

/** Does again what one took back last. */
export const redo: Action = { name: "Do again", group: "Edit", words: "redo", keys: ["shift+mod+z", "mod+y"], unavailable: whyNoEdit, run: () => void takeBack("redo") };
