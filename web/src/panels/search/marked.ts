export interface Part {
  text: string;
  hit: boolean;
}

/** A name in parts, with the first place where the words looked for stand in it; of a path its last name. */
export function marked(name: string, wanted: string): Part[] {
  const lower = name.toLowerCase();
  const whole = wanted.toLowerCase();
  const word = lower.includes(whole) ? whole : (whole.split("/").findLast((part) => part !== "") ?? "");
  if (word === "") return [{ text: name, hit: false }];
  let at = lower.indexOf(word);
  // The start of a word is what the server prefers.
  for (let next = at; next >= 0; next = lower.indexOf(word, next + 1)) {
    if (next === 0 || !/[\p{L}\p{N}]/u.test(lower[next - 1])) {
      at = next;
      break;
    }
  }
  if (at < 0) return [{ text: name, hit: false }];
  return [
    { text: name.slice(0, at), hit: false },
    { text: name.slice(at, at + word.length), hit: true },
    { text: name.slice(at + word.length), hit: false },
  ].filter((p) => p.text !== "");
}
