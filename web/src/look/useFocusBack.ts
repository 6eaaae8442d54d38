import { useEffect, useRef, type RefObject } from "react";

/** Gives the keys back to what opened a form once the form is gone, where they would be nowhere else. */
export function useFocusBack<T extends HTMLElement>(open: boolean): RefObject<T | null> {
  const opener = useRef<T>(null);
  const was = useRef(open);
  useEffect(() => {
    const left = was.current && !open;
    was.current = open;
    if (left && (document.activeElement === null || document.activeElement === document.body)) opener.current?.focus();
  }, [open]);
  return opener;
}
