import { expect, it } from "vitest";
import { kindOf } from "../panels/node/kinds";
import { shown } from "../look/value";
import type { Value } from "./contract";
import { readExactly } from "./exact";

it("shows the digits of a number that this language would round", () => {
  const { properties } = readExactly('{"properties":[{"value":9007199254740993},{"value":[-12345678901234567890,1]},{"value":42},{"value":1.5e300},{"value":"9007199254740993"}]}') as { properties: { value: Value }[] };
  expect(properties.map((p) => shown(p.value))).toEqual(["9007199254740993", "-12345678901234567890, 1", "42", "1.5e+300", "9007199254740993"]);
});

it("does not offer such a number to be edited, which would round it", () => {
  expect(kindOf(readExactly("[9007199254740993]") as Value)).toBeNull();
});

it("leaves all else as it is", () => {
  const text = '{"a":["123456789012345678901234567890",9007199254740991,-0.1,true,null]}';
  expect(readExactly(text)).toEqual(JSON.parse(text));
});
