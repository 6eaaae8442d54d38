import type { Action } from "./action";

export interface FoundAction {
  action: Action;
  /** Why it cannot be done now; null: it can. */
  unavailable: string | null;
  recent: boolean;
}

/**
 * The actions that go by these words: all of them must begin a word of the name, its group or its other words. Those
 * whose name begins so stand first, then those that were chosen lately, then as they come; what cannot be done stands last.
 */
export function findActions(actions: readonly Action[], text: string, recent: readonly string[] = []): FoundAction[] {
  const wanted = wordsOf(text);
  const found: { rank: number; place: number; found: FoundAction }[] = [];
  actions.forEach((action, place) => {
    const name = wordsOf(action.name);
    const all = [...name, ...wordsOf(action.words ?? ""), ...wordsOf(action.group)];
    if (!wanted.every((word) => all.some((w) => w.startsWith(word)))) return;
    const unavailable = action.unavailable?.() ?? null;
    const at = recent.indexOf(action.name);
    const beginning = wanted.length > 0 && name.at(0)?.startsWith(wanted[0]) === true;
    const named = wanted.every((word) => name.some((w) => w.startsWith(word)));
    const rank = (unavailable === null ? 0 : 1000) + (beginning ? 0 : named ? 100 : 200) + (at < 0 ? 50 : at);
    found.push({ rank, place, found: { action, unavailable, recent: at >= 0 } });
  });
  return found.sort((a, b) => a.rank - b.rank || a.place - b.place).map((f) => f.found);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
