import { useState, type KeyboardEvent } from "react";
import type { Choosing } from "./choosing";

const pageRows = 15;

/** The keys that walk through a list, and choose in it. */
export function useWalking(count: number, choosing: Choosing): { at: number; setAt: (row: number) => void; walk: (event: KeyboardEvent) => void } {
  const [wanted, setAt] = useState(0);
  const at = Math.max(0, Math.min(wanted, count - 1));
  const walk = (event: KeyboardEvent): void => {
    const mod = event.ctrlKey || event.metaKey;
    const go = (to: number): void => {
      const next = Math.max(0, Math.min(count - 1, to));
      if (event.shiftKey && next !== at) choosing.extend(at, next);
      setAt(next);
    };
    if (event.key === "ArrowDown") go(at + 1);
    else if (event.key === "ArrowUp") go(at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(count - 1);
    else if (event.key === "PageDown") go(at + pageRows);
    else if (event.key === "PageUp") go(at - pageRows);
    else if (event.key === "Enter") choosing.choose(at, event);
    else if (event.key === " ") choosing.toggle(at);
    else if (mod && event.key === "a") choosing.all();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { at, setAt, walk };
}
