/** One message of a text/event-stream. */
export interface StreamMessage {
  id: string | null;
  event: string;
  data: string;
}

/** Takes a stream apart as it arrives, in whatever pieces (WHATWG HTML, server-sent events). */
export class StreamParser {
  private rest = "";
  private id: string | null = null;
  private event = "";
  private data: string[] = [];
  private afterReturn = false;

  /** @returns the messages that this piece completes */
  push(piece: string): StreamMessage[] {
    const messages: StreamMessage[] = [];
    let text = piece;
    // A line may end \r\n with the piece between the two.
    if (this.afterReturn && text.startsWith("\n")) text = text.slice(1);
    if (piece !== "") this.afterReturn = text.endsWith("\r");
    const lines = (this.rest + text).split(/\r\n|\n|\r/);
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (this.data.length) messages.push({ id: this.id, event: this.event || "message", data: this.data.join("\n") });
        this.event = "";
        this.data = [];
      } else this.field(line);
    }
    return messages;
  }

  private field(line: string): void {
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") this.data.push(value);
    else if (name === "event") this.event = value;
    else if (name === "id" && !value.includes("\0")) this.id = value;
  }
}
