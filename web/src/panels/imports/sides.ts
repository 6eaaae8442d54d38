import { commandFor } from "../../actions/settle";
import type { Disagreement, Statement } from "../../api/contract";

/** Whether somebody has said which side is right already. */
export function isSettled(disagreement: Disagreement): boolean {
  return disagreement.statements.at(0)?.source.person === true;
}

export interface SideOf {
  id: string;
  label: string;
  count: number;
}

/** The sources that take part in disagreements that can be settled in bulk, those in most first. */
export function sides(disagreements: readonly Disagreement[]): SideOf[] {
  const found = new Map<string, SideOf>();
  for (const d of disagreements) {
    for (const { source } of d.statements) {
      const side = found.get(source.id) ?? { id: source.id, label: source.label, count: 0 };
      side.count++;
      found.set(source.id, side);
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

/** What a source states of a disagreement, where it can be accepted at once with others. */
export function statementOf(disagreement: Disagreement, source: string): Statement | undefined {
  const side = disagreement.statements.find((s) => s.source.id === source);
  return side && commandFor(disagreement, side) ? side : undefined;
}
