import { expect, it } from "vitest";
import { placeText, wasSent } from "./places";

it("what was sent is known by its name", () => {
  expect(placeText("/home/you/.local/share/alchemist/uploads/demo/people.csv/people.csv")).toBe("people.csv");
  expect(placeText("/data/uploads/demo/people.csv/people.csv:3")).toBe("people.csv:3");
  expect(placeText("/data/uploads/demo/docs/a/one.md")).toBe("docs/a/one.md");
  expect(placeText("/home/you/project")).toBe("/home/you/project");
  expect(wasSent("/home/you/project")).toBe(false);
});
