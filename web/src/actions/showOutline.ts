import { view } from "../state/view";
import type { Action } from "./action";

/** Shows the map's groups as a list beside it, or puts the list away. */
export const showOutline: Action = { name: "Outline", group: "Show", words: "list tree", keys: ["o"], run: () => view.put({ outline: !view.get().outline }) };
