/** From the least to the largest number, evenly or by powers. */
export interface Scale {
  least: number;
  most: number;
  log: boolean;
}

/** Where a number stands on a scale, 0 to 1. */
export function partOf({ least, most, log }: Scale, value: number): number {
  if (most <= least) return 0;
  const to = (n: number): number => (log ? Math.log1p(n) : n);
  return (to(Math.max(least, Math.min(most, value))) - to(least)) / (to(most) - to(least));
}

/** The number that stands at a part of a scale. */
export function numberAt({ least, most, log }: Scale, part: number): number {
  if (!log) return least + (most - least) * part;
  return Math.expm1(Math.log1p(least) + (Math.log1p(most) - Math.log1p(least)) * part);
}
