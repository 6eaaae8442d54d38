import { asked, type Part, type Way } from "../state/asked";
import { view } from "../state/view";
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
