/** What one can do without saying more: it stands in the command palette, under its keys, and in the list of keys. */
export interface Action {
  /** What it does, as a sentence without a full stop: “Fit the map to the screen”. */
  readonly name: string;
  readonly group: ActionGroup;
  /** Other words that one may look for it by. */
  readonly words?: string;
  /** The keys that do it, the first of them shown: “f”, “mod+z” (Ctrl, or ⌘ on a Mac), “shift+mod+z”. */
  readonly keys?: readonly string[];
  /** A text says why it cannot be done now; absent: it always can. */
  readonly unavailable?: () => string | null;
  readonly run: () => void;
}

export type ActionGroup = "Go" | "Map" | "Edit" | "Time" | "Sources" | "Show" | "Help";

/** Whether a key press is this combination. */
export function isPressed(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">, keys: string): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1)!;
  if (event.altKey !== parts.includes("alt")) return false;
  if ((event.ctrlKey || event.metaKey) !== parts.includes("mod")) return false;
  // Which sign a key gives may need Shift on one keyboard and none on another.
  const letter = /^[a-z]$/.test(key) || key.length > 1;
  if (letter && event.shiftKey !== parts.includes("shift")) return false;
  return event.key.toLowerCase() === key;
}

/** The combination as people write it: “Ctrl Z”, or “⌘ Z” on a Mac. */
export function keysText(keys: string): string {
  const mac = typeof navigator !== "undefined" && navigator.userAgent.includes("Mac");
  const names: Record<string, string> = { mod: mac ? "⌘" : "Ctrl", shift: "Shift", alt: mac ? "⌥" : "Alt", escape: "Esc", pagedown: "Page ↓", pageup: "Page ↑" };
  return (keys === "+" ? ["+"] : keys.split("+"))
    .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part[0].toUpperCase() + part.slice(1)))
    .join(" ");
}
