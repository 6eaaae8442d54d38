/** The patterns that somebody typed, with commas between; one that holds a comma escapes it. */
export function patterns(text: string): string[] {
  return text
    .split(/(?<!\\),/)
    .map((one) => one.trim().replaceAll("\\,", ","))
    .filter((one) => one !== "");
}

/** Patterns as they are typed. */
export function typed(excludes: readonly string[]): string {
  return excludes.map((one) => one.replaceAll(",", "\\,")).join(", ");
}
