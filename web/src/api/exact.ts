/** Where a number of sixteen digits or more begins; in texts, such as hashes, none does. */
const long = /[:[,]\s*-?\d{16}/;

/** A text or a number of JSON, each as a whole: what looks like a number in a text is none. */
const textOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Reads JSON. A whole number that this language would round to another is given as `{"$integer": "9007199254740993"}`,
 * by its digits, so that nobody is shown a number that no source states.
 *
 * @throws SyntaxError where it is none
 */
export function readExactly(text: string): unknown {
  if (!long.test(text)) return JSON.parse(text);
  return JSON.parse(text.replace(textOrNumber, (part) => (/^-?\d{16,}$/.test(part) && !Number.isSafeInteger(Number(part)) ? `{"$integer":"${part}"}` : part)));
}
