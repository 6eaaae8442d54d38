import { date } from "../../look/format";

/** Readers that know a file as it lies there now: what they state of it holds since the last commit to the file, and may be older. */
const ofFilesAsTheyAre = new Set(["code", "markdown", "architecture"]);

/** Since when something is there; where only its file's last change is known, since when it is as it is. */
export function sinceWords(from: string, readers: readonly string[]): string {
  const asItIs = readers.length > 0 && readers.every((reader) => ofFilesAsTheyAre.has(reader));
  return `${asItIs ? "Unchanged since" : "Since"} ${date(from)}`;
}
