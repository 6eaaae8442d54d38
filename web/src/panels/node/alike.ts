import type { Statement } from "../../api/contract";

/** Statements of one value together, what is shown first: three readers of one place that agree are one side. */
export function alike(statements: readonly Statement[]): (readonly [Statement, ...Statement[]])[] {
  const sides = new Map<string, [Statement, ...Statement[]]>();
  for (const s of [...statements].sort((a, b) => Number(b.shown) - Number(a.shown))) {
    const key = JSON.stringify([s.value, s.denied === true]);
    const side = sides.get(key);
    if (side) side.push(s);
    else sides.set(key, [s]);
  }
  return [...sides.values()];
}
