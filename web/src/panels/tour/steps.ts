export interface TourStep {
  title: string;
  text: string;
  /** What it is about, on the page. */
  at: string;
}

export const steps: readonly TourStep[] = [
  { title: "The map", text: "Circles are groups; they open into what is inside as you come closer. Turn the wheel or press + to zoom, drag to move, 0 to see all again. A click selects.", at: "[role=application][aria-label=Map]" },
  { title: "Find anything, do anything", text: "Ctrl-K (or /) looks up things by name and flies there. The same box does whatever can be done: type > to see all of it, with its keys.", at: "header button:has([data-palette])" },
  { title: "Who says so", text: "The panel shows what is known of the selected thing: every value with who states it, why, and its history. Change a value: your word stands, also after the next import.", at: "aside[aria-label=Details]" },
  { title: "The past", text: "Drag the slider: everything is as it was then. Play lets the years pass; the two arrows compare two moments and mark what changed.", at: "section[aria-label=Time]" },
  { title: "What happens", text: "Every change is an event. Events shows them as they come, each with what was before and what led to it; Activity tells what happened while you were away.", at: "header [aria-label=Events]" },
  { title: "Bring in your own", text: "Import a folder or a repository by its path, or drop files, folders and tables anywhere on this page. You see first what would change, and can take it back.", at: "header [data-import]" },
];
