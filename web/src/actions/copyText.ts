import { notify } from "../state/session";

/** Puts a text on the clipboard, and says so; `what` begins the sentence. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify("done", `${what} is on the clipboard.`);
  } catch {
    notify("problem", "The browser does not let this page write to the clipboard. Allow it for this address, then try again.");
  }
}
