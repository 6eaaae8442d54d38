import { describe, expect, it } from "vitest";
import { around, linkAt, linkedIds, linkTo, openLinks, toStored, toWritten } from "./links";

const ada = "113p5meyf9a4tq7p7vkvqt2pta";
const bob = "1rsbkg75cgsg9200xhvymb5zts";
const other = "1p7nb5zwdq6tz591fczxrep871";

describe("links between pages", () => {
  it("are stored with ids and written with the names of now", () => {
    const stored = `See ${linkTo(ada, "Ada")} and [[${bob}|Robert]].`;
    const { text, ids } = toWritten(stored, (id, former) => (id === ada ? "Ada Lovelace" : former));
    expect(text).toBe("See [[Ada Lovelace]] and [[Robert]].");
    expect(toStored(text, ids)).toBe(`See [[${ada}|Ada Lovelace]] and [[${bob}|Robert]].`);
    expect(linkedIds(stored)).toEqual([ada, bob]);
  });

  it("tell two things of one name apart", () => {
    const { text, ids } = toWritten(`[[${ada}|x]] [[${bob}|x]] [[${ada}|x]]`, () => "Same");
    expect(text).toBe("[[Same]] [[Same #2]] [[Same]]");
    expect(linkedIds(toStored(text, ids))).toEqual([ada, bob]);
    expect(toStored(text, ids)).toBe(`[[${ada}|Same]] [[${bob}|Same]] [[${ada}|Same]]`);
  });

  it("to what is not known stay as they were written", () => {
    const ids = new Map([["Ada", ada]]);
    expect(toStored("[[Ada]] [[Nobody]] [[a|b]]", ids)).toBe(`[[${ada}|Ada]] [[Nobody]] [[a|b]]`);
    expect(openLinks("[[Ada]] [[Nobody]] [[Nobody]]", ids)).toEqual(["Nobody"]);
  });

  it("cannot be broken by a name", () => {
    expect(linkTo(ada, "a]|[b")).toBe(`[[${ada}|a   b]]`);
    expect(linkedIds(linkTo(ada, "x]] [[y"))).toEqual([ada]);
  });

  it("are completed while they are typed", () => {
    expect(linkAt("see [[Ad", 8)).toEqual({ from: 4, typed: "Ad" });
    expect(linkAt("see [[Ada]] and", 15)).toBeNull();
    expect(linkAt("see [[Ada\nnext", 14)).toBeNull();
    expect(linkAt("nothing", 3)).toBeNull();
  });

  it("are shown with what stands around them", () => {
    const text = `It was long ago that the first programme was written by ${linkTo(ada, "Ada")}, who worked with ${linkTo(other, "the engine")} for a year and more.`;
    expect(around(text, [ada], 30)).toBe("…programme was written by Ada, who worked with…");
    expect(around(text, [bob])).toBe("");
  });
});
