import { dialogs } from "../state/dialogs";
import type { Action } from "./action";

/** Gathers what a report of a problem needs; nothing is sent anywhere. */
export const giveFeedback: Action = { name: "Report a problem", group: "Help", words: "feedback bug doctor health", run: () => dialogs.put({ open: "feedback" }) };
