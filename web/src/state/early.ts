import { dialogs } from "./dialogs";

/** What was typed after the look-up was asked for, and before its field could take it. */
let early = "";

dialogs.subscribe(() => {
  if (dialogs.get().open !== "look-up") early = "";
});

/** Keeps a key for the field of the look-up, where that is asked for and not there yet; whether it did. */
export function keepEarly(key: string): boolean {
  if (dialogs.get().open !== "look-up") return false;
  if (key === "Backspace") early = early.slice(0, -1);
  else if (key.length === 1) early += key;
  else return false;
  return true;
}

/** What was kept, once. */
export function takeEarly(): string {
  const taken = early;
  early = "";
  return taken;
}
