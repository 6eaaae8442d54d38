import { useEffect, useState } from "react";
import { store, useStore } from "./store";

/** A part of the panel of a thing, by the id of its heading. */
export type Part = "worked-on" | "neighbours" | "history";

/** Of what a thing is tied to: what leads to it, or where it leads. */
export type Way = "in" | "out";

/** Which part of the panel of which thing answers what was asked last. */
export interface Asked {
  id: string | null;
  part: Part | null;
  way: Way | null;
  /** Another each time, so that asking again brings it into sight again. */
  round: number;
}

export const asked = store<Asked>({ id: null, part: null, way: null, round: 0 });

/** What was brought into sight already: who comes back to a thing later did not ask anew. */
let brought = 0;

/** For the `ref` of a part: it comes into sight when it is asked for, as soon as it is there. */
export function useAsked(id: string, part: Part): (element: HTMLElement | null) => void {
  const [element, put] = useState<HTMLElement | null>(null);
  const round = useStore(asked, (a) => (a.id === id && a.part === part ? a.round : 0));
  useEffect(() => {
    if (element === null || round <= brought) return;
    brought = round;
    return keepInSight(element);
  }, [round, element]);
  return put;
}

const ownHand = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Brings a part into sight, and again when what stands before it comes later and pushes it away; until one moves by oneself. */
function keepInSight(element: HTMLElement): () => void {
  const bring = (): void => {
    element.scrollIntoView({ block: "start" });
  };
  const changes = new MutationObserver(bring);
  const end = (): void => {
    changes.disconnect();
    for (const by of ownHand) removeEventListener(by, end, true);
  };
  if (element.parentElement) changes.observe(element.parentElement, { childList: true, subtree: true });
  for (const by of ownHand) addEventListener(by, end, { capture: true, passive: true });
  bring();
  return end;
}
