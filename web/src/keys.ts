import { useEffect } from "react";
import { redo } from "./actions/redo";
import { selectNode } from "./actions/selectNode";
import { undo } from "./actions/undo";
import { map } from "./map/client";
import { dialogs } from "./state/dialogs";
import { view } from "./state/view";

/** The keys that work wherever one is, except while one types. */
export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && key === "k") {
        event.preventDefault();
        dialogs.put({ open: dialogs.get().open === "look-up" ? null : "look-up" });
        return;
      }
      if (isTyping(event.target) || dialogs.get().open !== null) return;
      if (command && key === "z") {
        event.preventDefault();
        void (event.shiftKey ? redo() : undo());
      } else if (command && key === "y") {
        event.preventDefault();
        void redo();
      } else if (command || event.altKey) return;
      else if (key === "/") {
        event.preventDefault();
        dialogs.put({ open: "look-up" });
      } else if (key === "0" || key === "f") map.tell({ say: "fit" });
      else if (key === "o") view.put({ outline: !view.get().outline });
      else if (key === "e") view.put({ side: view.get().side === "events" ? null : "events" });
      else if (key === "escape" && view.get().selected !== null) selectNode(null);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
