import type { Action } from "./action";
import { takeBack } from "./takeBack";

/** Does again what one took back last. */
export const redo: Action = { name: "Do again", group: "Edit", words: "redo", keys: ["shift+mod+z", "mod+y"], run: () => void takeBack("redo") };
