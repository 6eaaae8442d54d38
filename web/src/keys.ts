import { useEffect } from "react";
import { isPressed } from "./actions/action";
import { allActions } from "./actions/all";
import { attempt } from "./actions/attempt";
import { lookUp } from "./actions/lookUp";
import { dialogs } from "./state/dialogs";
import { keepEarly } from "./state/early";

/** The keys that work wherever one is, except while one types or a dialog is open; only the look-up's own opens and closes it anywhere. */
export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const anywhere = isPressed(event, "mod+k");
      if (!anywhere && (isTyping(event.target) || dialogs.get().open !== null)) {
        // The look-up is fetched when it is asked for first; who types goes on meanwhile.
        const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
        if (plain && !isTyping(event.target) && !isInDialog(event.target) && keepEarly(event.key)) event.preventDefault();
        return;
      }
      const action = anywhere ? lookUp : allActions.find((a) => a.keys?.some((keys) => isPressed(event, keys)));
      if (!action) return;
      if (attempt(action)) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog]") !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
