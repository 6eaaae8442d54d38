import type { EdgesAnswer } from "../../map/protocol";
import { api } from "../../state/workspace";

const pageSize = 500;
/** No more pages of a thing's edges are looked through. */
const mostPages = 20;

/** The ids of the edges of one type that lead from one thing to another, asked of the end that has fewer. */
export async function findEdges({ type, from, to }: EdgesAnswer["edges"][number], time: number | null, signal: AbortSignal): Promise<string[]> {
  const forth = from.edges <= to.edges;
  const [near, far] = forth ? [from, to] : [to, from];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await api().neighbors(near.id, { relation: type, direction: forth ? "out" : "in", limit: pageSize, time, ...(cursor ? { cursor } : {}) }, signal);
    const found = answer.neighbors.filter((n) => n.node.id === far.id).map((n) => n.edge.id);
    if (found.length > 0 || answer.cursor === undefined) return found;
    cursor = answer.cursor;
  }
  throw new Error(`Both ends have very many edges: look at it from ${near.name}, under “Tied to”.`);
}
