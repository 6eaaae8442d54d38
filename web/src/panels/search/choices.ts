import type { Action } from "../../actions/action";
import { findActions } from "../../actions/findActions";
import type { NodeRef } from "../../api/contract";

export type Choice = { kind: "thing"; id: string; thing: NodeRef } | { kind: "action"; id: string; action: Action; unavailable: string | null };

/** Choices under one heading. */
export interface Section {
  heading: string;
  choices: Choice[];
}

const mostActionsBesideThings = 6;

/** What one typed, told apart: behind a `>` stand actions alone. */
export function understood(text: string): { words: string; onlyActions: boolean } {
  const trimmed = text.trimStart();
  return trimmed.startsWith(">") ? { words: trimmed.slice(1).trim(), onlyActions: true } : { words: text.trim(), onlyActions: false };
}

/** What can be chosen: things first, as one mostly looks for these; all actions where nothing else is asked for. */
export function sectionsOf(text: string, things: NodeRef[], actions: readonly Action[], recent: readonly string[]): Section[] {
  const { words, onlyActions } = understood(text);
  const all = findActions(actions, words, recent);
  const choice = ({ action, unavailable }: (typeof all)[number]): Choice => ({ kind: "action", id: `do-${action.name.replace(/\W+/g, "-")}`, action, unavailable });
  const sections: Section[] = [];
  if (!onlyActions && words !== "") {
    sections.push({ heading: "Things", choices: things.map((thing) => ({ kind: "thing", id: `found-${thing.id}`, thing })) });
    sections.push({ heading: "Actions", choices: all.slice(0, mostActionsBesideThings).map(choice) });
  } else if (words !== "") {
    sections.push({ heading: "Actions", choices: all.map(choice) });
  } else {
    const lately = all.filter((f) => f.recent && f.unavailable === null);
    sections.push({ heading: "Done lately", choices: lately.map(choice) });
    sections.push({ heading: "Actions", choices: all.filter((f) => !lately.includes(f)).map(choice) });
  }
  return sections.filter((s) => s.choices.length > 0);
}
