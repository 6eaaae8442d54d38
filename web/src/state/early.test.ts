import { expect, test } from "vitest";
import { close, dialogs } from "./dialogs";
import { keepEarly, takeEarly } from "./early";

test("keys are kept for the look-up alone, until it takes them or is closed", () => {
  expect(keepEarly("a")).toBe(false);
  dialogs.put({ open: "look-up" });
  for (const key of ["r", "é", "x", "Backspace"]) expect(keepEarly(key)).toBe(true);
  for (const key of ["Enter", "Shift", "ArrowDown"]) expect(keepEarly(key)).toBe(false);
  expect(takeEarly()).toBe("ré");
  expect(takeEarly()).toBe("");
  expect(keepEarly("z")).toBe(true);
  close();
  expect(takeEarly()).toBe("");
});
