import { describe, expect, it } from "vitest";
import { questionOf, sinceOf } from "./questions";

const told = (text: string): string => {
  const question = questionOf(text);
  return question === null ? "a name" : `${question.about}: ${question.to === undefined ? (question.part ?? "itself") : `on the way to ${question.to}`}${question.way ? ` ${question.way}` : ""}${question.type ? `, of each ${question.type}` : ""}`;
};

describe("what is asked", () => {
  it.each([
    ["who wrote ARCHITECTURE.md?", "ARCHITECTURE.md: worked-on"],
    ["Who knows the file server/Main.java", "server/Main.java: worked-on"],
    ["the authors of “my notes.md”", "my notes.md: worked-on"],
    ["what changes together with Log.java", "Log.java: worked-on"],
    ["What depends on GraphView ?", "GraphView: neighbours in"],
    ["who calls the method append", "append: neighbours in"],
    ["where is append used", "append: neighbours in"],
    ["what does the class Log depend on?", "Log: neighbours out"],
    ["when was README.md last changed", "README.md: history"],
    ["what happened to the ledger", "ledger: history"],
    ["where is Flask", "Flask: itself"],
    ["where is the class Check defined?", "Check: itself"],
    ["where is checkout deployed", "checkout: neighbours in"],
    ["what runs redis", "redis: neighbours in"],
    ["what does the release workflow use", "release workflow: neighbours out"],
    ["what breaks if I change src/models.py?", "src/models.py: neighbours in"],
    ["what would break if we rename the function append", "append: neighbours in"],
    ["what is affected by a change to Log.java", "Log.java: neighbours in"],
    ["what changed in src/front last month", "src/front: worked-on"],
    ["what has changed in models.py", "models.py: worked-on"],
    ["what's new in v4.3", "v4.3: itself"],
    ["path from checkout to the function append", "checkout: on the way to append"],
    ["the shortest way between src/a.ts and src/b.ts", "src/a.ts: on the way to src/b.ts"],
    ["how is checkout connected to redis?", "checkout: on the way to redis"],
    ["How are orders and customers related?", "orders: on the way to customers"],
    ["how does the class Log depend on Clock", "Log: on the way to Clock"],
    ["hot spots", ": worked-on, of each Repository"],
    ["where are the hot spots?", ": worked-on, of each Repository"],
    ["the hottest files in the folder src", "src: worked-on"],
    ["what is this?", ": itself, of each Repository"],
    ["What does this project do", ": itself, of each Repository"],
    ["what is the repository about", ": itself, of each Repository"],
    ["which services are there?", ": itself, of each Service"],
    ["what are the tables", "tables: itself"],
    ["list all the build stages", ": itself, of each Build stage"],
    ["show me all libraries", ": itself, of each Library"],
    ["who are the people", "people: itself"],
    ["which releases are there", ": itself, of each Tag"],
    ["which services talk to which", ": neighbours out, of each Service"],
    ["which modules depend on each other", ": neighbours out, of each Module"],
    ["which tables does accounting use", "accounting: neighbours out"],
    ["what does the Organization table reference", "Organization: neighbours out"],
    ["who wrote the Log class?", "Log: worked-on"],
    ["what depends on the cart service", "cart service: neighbours in"],
    ["which services use kafka", "kafka: neighbours in"],
    ["which file declares append", "a name"],
    ["where is the cart described", "cart: neighbours in"],
    ["what changed since 2.0.0", "2.0.0: itself, of each Tag"],
    ["what is new since the release v1.2", "v1.2: itself, of each Tag"],
  ])("%s", (text, meant) => {
    expect(told(text)).toBe(meant);
  });

  it.each(["ledger", "who", "Who wrote", "whoami.c", "what", "authors.txt", "class Log", "path", "path from", "how", "how to get to Rome", "HotSpots.java", "find", "what changed in the last month", "what changed in 3 weeks", "what changed since last week", "what changed since 2024-05", "this", "overview.md", "list.ts", "what is"])("of “%s” is a name", (text) => {
    expect(told(text)).toBe("a name");
  });
});

describe("since when something changed", () => {
  const now = Date.parse("2026-06-30T12:00:00Z");
  const since = (text: string): string | null => {
    const time = sinceOf(text, now);
    return time === null ? null : new Date(time).toISOString().slice(0, 13);
  };

  it.each([
    ["what changed last week?", "2026-06-23T12"],
    ["What is new since yesterday", "2026-06-29T12"],
    ["what happened in the last 3 months", "2026-04-01T12"],
    ["what has changed today", "2026-06-29T12"],
    ["what changed since 2024-02-01", "2024-02-01T00"],
    ["what changed since 2024", "2024-01-01T00"],
  ])("%s", (text, when) => {
    expect(since(text)).toBe(when);
  });

  it("is not asked by what only begins so", () => {
    expect([since("what changed"), since("what changed with Log.java"), since("changes.md"), since("what changed since 2024-99-99")]).toEqual([null, null, null, null]);
  });
});
