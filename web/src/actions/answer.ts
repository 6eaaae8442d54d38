import { messageOf } from "../look/message";
import { asked, type Part, type Way } from "../state/asked";
import { notify } from "../state/session";
import { view } from "../state/view";
import { api } from "../state/workspace";
import { flyToNode } from "./flyToNode";

/** Flies to a thing and brings the part of its panel into sight that answers. */
export function answerOf(id: string, part: Part | null, way: Way | null): void {
  asked.put({ id, part, way, round: asked.get().round + 1 });
  flyToNode(id);
}

/** Shows what changed between a moment and the one that is shown. */
export function compareSince(time: number): void {
  view.put({ since: { time: Math.round(time / 60_000) * 60_000 }, side: "changes" });
}

/** Shows what changed since a thing came to be, such as a release. */
export async function compareSinceThing(id: string): Promise<void> {
  try {
    const { node } = await api().node(id, view.get().time, undefined);
    const first = node.nameStatements.at(0)?.effectiveAt;
    if (first !== undefined) compareSince(Date.parse(first));
  } catch (error) {
    notify("problem", `What changed since then cannot be shown: ${messageOf(error)}`);
  }
}
