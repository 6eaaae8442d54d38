/** A longer text is prose or data; its words part it. */
const mostChars = 600;

/** The parts between which a line may end: behind the signs of a path, and before the humps of a name. */
export function breakable(text: string): string[] {
  if (text.length > mostChars) return [text];
  return text.split(/(?<=[/\\_\-:@])(?=[^/\\_\-:@\s])|(?<=\S)(?=\.[^.\s])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
}
