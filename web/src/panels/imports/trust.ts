import type { Source } from "../../api/contract";

const least = 0;
const most = 100;

/** Sources in the order in which their word counts: the most trusted first; of equally trusted ones as they came. */
export function byTrust(sources: readonly Source[]): Source[] {
  return [...sources].sort((a, b) => b.trust - a.trust);
}

/** The trusts to decide so that a source stands one place higher (or lower), as few of them as will do. */
export function moved(sources: readonly Source[], id: string, way: "higher" | "lower"): { id: string; trust: number }[] {
  const order = byTrust(sources);
  const at = order.findIndex((s) => s.id === id);
  const to = way === "higher" ? at - 1 : at + 1;
  if (at < 0 || to < 0 || to >= order.length) return [];
  const [self, other] = [order[at], order[to]];
  const trust = way === "higher" ? other.trust + 1 : other.trust - 1;
  const beyond = order.at(way === "higher" ? to - 1 : to + 1);
  const fits = trust >= least && trust <= most && (beyond === undefined || to === 0 || (way === "higher" ? trust < beyond.trust : trust > beyond.trust));
  if (fits) return [{ id, trust }];
  // There is no number between the neighbours: all are numbered anew, evenly.
  order.splice(at, 1);
  order.splice(to, 0, self);
  const step = Math.max(1, Math.floor(80 / Math.max(1, order.length - 1)));
  return order.map((s, k) => ({ id: s.id, trust: Math.max(least, 90 - k * step) })).filter((t) => t.trust !== sources.find((s) => s.id === t.id)?.trust);
}
