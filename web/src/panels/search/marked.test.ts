import { describe, expect, it } from "vitest";
import { marked } from "./marked";

const shown = (name: string, wanted: string): string =>
  marked(name, wanted)
    .map((p) => (p.hit ? `[${p.text}]` : p.text))
    .join("");

describe("what is marked in a name that was found", () => {
  it.each([
    ["models.py", "mod", "[mod]els.py"],
    ["remodel models", "mod", "remodel [mod]els"],
    ["models.py", "api/mod", "[mod]els.py"],
    ["@shop/api", "shop/api", "@[shop/api]"],
    ["api", "shop/api/", "[api]"],
    ["models.py", "modles", "models.py"],
    ["models.py", "/", "models.py"],
  ])("of %s, looked for as %s", (name, wanted, as) => {
    expect(shown(name, wanted)).toBe(as);
  });
});
