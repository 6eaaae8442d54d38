import { describe, expect, test } from "vitest";
import { dayMs, readCondition, writeCondition, type Condition } from "./conditions";
import { conditionText } from "../panels/map/conditionText";
import { readAddress, writeAddress } from "../state/view";

const all: Condition[] = [
  { key: "type", any: ["Class", "Function"] },
  { key: ".author", any: ["Ann, Bob | Eve: ~", ""] },
  { key: ".lines", from: -10.5, to: 200, dates: false },
  { key: "edges", from: 3, to: null, dates: false },
  { key: "since", from: Date.UTC(2020, 0, 2), to: Date.UTC(2021, 4, 6) + dayMs - 1, dates: true },
  { key: ".a:b~c", from: null, to: 7, dates: false },
];

describe("a condition", () => {
  test.each(all)("is read as it was written: $key", (condition) => expect(readCondition(writeCondition(condition))).toEqual(condition));

  test.each(["", "type", "lines~", "lines~..", "lines~a..b", "lines~2020-99-99..", "a~1..2..3", "%zz:x"])("is not what is none: %s", (text) => expect(readCondition(text)).toBeNull());

  test("is in the address, with all others and what becomes of the rest", () => {
    const shown = { ...readAddress(""), workspace: "w", conditions: all, hides: true, caption: "title", colourBy: "of:author" as const, edge: { from: "1", to: "2" } };
    const again = readAddress(writeAddress(shown));
    expect(again).toEqual(shown);
  });

  test("is told in a few words", () => {
    expect(all.map(conditionText)).toEqual(["Type: Class, Function", "author: Ann, Bob | Eve: ~, none", "lines -10.5 – 200", "Edges from 3", "Since 2 Jan 2020 – 6 May 2021", "a:b~c up to 7"]);
    expect(conditionText({ key: "type", any: ["A", "B", "C"] })).toBe("Type: A and 2 more");
  });
});
