import { describe, expect, it } from "vitest";
import { breakable } from "./breakable";

describe("where a name may go on in the next line", () => {
  it.each([
    ["HttpServerExchange.java", "Http|Server|Exchange|.java"],
    ["core/src/main/java", "core/|src/|main/|java"],
    ["snake_case_name-of-it", "snake_|case_|name-|of-|it"],
    ["A plain sentence. Two.", "A plain sentence. Two."],
    ["HTTPServer", "HTTPServer"],
    ["مرحبا", "مرحبا"],
    ["", ""],
  ])("%s", (text, parted) => {
    expect(breakable(text).join("|")).toBe(parted);
  });

  it("loses nothing", () => {
    const text = "a/b.C-d_e\\F..g https://x.org/Y?z=1";
    expect(breakable(text).join("")).toBe(text);
    expect(breakable("aB".repeat(400))).toHaveLength(1);
  });
});
