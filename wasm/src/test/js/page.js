// What the page of the golden test does. It runs as the page's own script, under the page's policy: what a test
// evaluates from outside would be exempt from it.
import { load } from "/web/alchemist.js";

const violations = [];
document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));

const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const text = (part) => new TextDecoder().decode(part);
const same = (found, wanted) => found.length === wanted.length && found.every((byte, at) => byte === wanted[at]);

/** Tries what the policy must allow, and what it forbids. To be called by the page itself. */
export async function policy() {
  const replica = await load();
  const answer = replica.submit({ type: "graph.retire-node", data: { node: "0".repeat(26) } });
  let evaluated = "ran";
  try {
    new Function("return 1")();
  } catch (error) {
    evaluated = error.name;
  }
  await new Promise((told) => setTimeout(told));
  return { evaluated, code: answer.code, violations };
}

/** Replays a log, and shows the first line that differs from the JVM's. */
export async function replay(log) {
  const [asked, wanted] = await Promise.all([bytes(`/golden/${log}.ndjson`), bytes(`/golden/${log}.answers.ndjson`)]);
  const replica = await load();
  const began = performance.now();
  const answers = replica.replay(asked);
  const milliseconds = performance.now() - began;
  const digest = async (part) => new Uint8Array(await crypto.subtle.digest("SHA-256", part));
  const equal = same(await digest(answers), await digest(wanted)) && same(answers, wanted);
  return { difference: equal ? null : differing(asked, answers, wanted), position: replica.position(), milliseconds };
}

function differing(asked, found, wanted) {
  const lines = [asked, found, wanted].map((part) => text(part).split("\n"));
  const number = lines[2].findIndex((line, at) => line !== lines[1][at]);
  return { number: number + 1, asked: lines[0][number], found: lines[1][number], wanted: lines[2][number] };
}

/** Whether a replica comes to the JVM's state by each way: restored, replayed, folded. */
export async function states(log) {
  const file = (kind) => bytes(`/golden/${log}.${kind}`);
  const state = await file("state");
  const [restored, replayed, folded] = await Promise.all([load(), load(), load()]);
  restored.restore(state);
  replayed.replay(await file("ndjson"));
  folded.fold(await file("events"));
  return [same(restored.save(), state), same(replayed.save(), state), same(folded.save(), state)];
}

/** What single calls answer. */
export async function answers() {
  const replica = await load();
  const failing = (call) => {
    try {
      return call();
    } catch (error) {
      return `${error instanceof Error} ${error.message}`;
    }
  };
  const node = `${"0".repeat(25)}1`;
  return [
    replica.submit({ type: "graph.add-node", data: { node, name: "Zoë 😀" } }),
    replica.submit({ type: "graph.retire-node", data: { node: `${"0".repeat(25)}2` } }),
    failing(() => replica.submit({ type: "graph.dream", data: {} })),
    failing(() => replica.fold(new Uint8Array([5, 1, 2]))),
    failing(() => replica.restore(new Uint8Array([255, 255]))),
    failing(() => replica.place({ parent: new Int32Array([0]), from: new Int32Array(), to: new Int32Array(), weight: new Float32Array(), size: new Float32Array([1]) })),
    replica.position(),
  ];
}

/** Places and refines a graph, and names the parts that lie elsewhere than on the JVM. */
export async function layout(name) {
  const file = new DataView((await bytes(`/golden/${name}.layout`)).buffer);
  let at = 0;
  const int = () => file.getInt32((at += 4) - 4);
  const ints = () => Int32Array.from({ length: int() }, int);
  const floats = () => new Float32Array(ints().buffer);
  const graph = () => ({ parent: ints(), from: ints(), to: ints(), weight: floats(), size: floats() });
  const bits = (numbers) => new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const differences = [];
  const compare = (placed) => {
    for (const part of ["x", "y", "radius", "parent"]) if (!same(bits(placed[part]), ints())) differences.push(part);
    if (ints()[0] !== placed.derivedFrom) differences.push("derivedFrom");
  };
  const replica = await load();
  const first = graph();
  const began = performance.now();
  const before = replica.place(first, { seed: 7 });
  const milliseconds = performance.now() - began;
  compare(before);
  const [second, itemOf] = [graph(), ints()];
  compare(replica.refine(second, before, itemOf, { seed: 7 }));
  return { differences, milliseconds };
}
