import type { Likeness, Separation, Suggestion } from "../api/contract";
import { sendCommands } from "./edit";

/** How many pairs one command is about; the server takes no more. */
const atOnce = 1000;

type Pair = readonly [Likeness, Likeness];

/** One command for each thousand pairs, each all or nothing, and all taken back by one click. */
async function decide(type: string, [first, second]: readonly [string, string], pairs: readonly Pair[], said: (count: string) => string): Promise<boolean> {
  const commands = [];
  for (let k = 0; k < pairs.length; k += atOnce) {
    const part = pairs.slice(k, k + atOnce);
    commands.push({ type, data: { [first]: part.map(([one]) => one.id), [second]: part.map(([, other]) => other.id) } });
  }
  const count = pairs.length === 1 ? "One pair" : `${pairs.length} pairs`;
  return (await sendCommands(commands, () => said(count))) === commands.length;
}

const pairsOf = (suggestions: readonly Suggestion[]): Pair[] => suggestions.map((s) => [s.survivor, s.absorbed]);

/** States that suggested pairs are the same thing. */
export function acceptSuggestions(suggestions: readonly Suggestion[]): Promise<boolean> {
  return decide("graph.merge-pairs", ["survivors", "absorbed"], pairsOf(suggestions), (count) => `${count} merged.`);
}

/** States that suggested pairs are not the same thing: they are not suggested again. */
export function refuseSuggestions(suggestions: readonly Suggestion[]): Promise<boolean> {
  return decide("graph.keep-nodes-apart", ["ones", "others"], pairsOf(suggestions), (count) => `${count} kept apart.`);
}

/** Takes back that pairs are not the same thing. */
export function reconsider(separations: readonly Separation[]): Promise<boolean> {
  return decide("graph.reconsider-nodes", ["ones", "others"], separations.map((s) => [s.one, s.other]), (count) => `${count} may be suggested again.`);
}
