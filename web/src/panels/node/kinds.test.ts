import { describe, expect, it } from "vitest";
import type { Value } from "../../api/contract";
import { guess, kindOf, parse, textOf } from "./kinds";

describe("kinds of values", () => {
  it("are told from the value, and what is edited comes back as it was", () => {
    const values: Value[] = ["text", 3, 2.5, true, false, ["a", "b"], { $date: "1815-12-10" }, { $dateTime: "2026-01-31T09:30:00Z" }, { $dateTime: "2026-01-31T09:30:07Z" }, { $dateTime: "2026-01-31T09:30:07.250Z" }];
    for (const value of values) expect(parse(kindOf(value)!, textOf(value))).toEqual({ value });
  });

  it("are not all edited by hand", () => {
    expect(kindOf({ $point: { x: 1, y: 2 } })).toBeNull();
    expect(kindOf([1, "a"])).toBeNull();
    expect(kindOf({ $dateTime: "2026-01-31T09:30:00+01:00[Europe/Berlin]" })).toBeNull();
  });

  it("say what is wrong with a text", () => {
    expect(parse("number", "many")).toEqual({ problem: "“many” is no number." });
    expect(parse("date", "tomorrow")).toHaveProperty("problem");
    expect(parse("flag", "perhaps")).toHaveProperty("problem");
    expect(parse("text", "  ")).toHaveProperty("problem");
  });

  it("take numbers as people write them", () => {
    expect(parse("number", "1 000")).toEqual({ value: 1000 });
    expect(parse("number", "3,14")).toEqual({ value: 3.14 });
  });

  it("take no number for another: neither a thousand for one, nor one that loses its last digits", () => {
    expect(parse("number", "1,234")).toEqual({ problem: "Write 1234 or 1.234: a comma may mean either." });
    expect(parse("number", "9007199254740993")).toHaveProperty("problem");
    expect(parse("number", "0,125")).toEqual({ value: 0.125 });
  });

  it("are guessed from a text, and never from a code with a leading zero", () => {
    expect(["42", "2026-11-30", "yes", "007", "1.2.3", "hello"].map(guess)).toEqual(["number", "date", "flag", "text", "text", "text"]);
  });
});
