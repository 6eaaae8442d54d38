import { expect, test } from "vitest";
import { sinceWords } from "./since";

test("what is read of a file as it is now is not said to have come with the file's last change", () => {
  expect(sinceWords("2026-03-04T12:00:00Z", ["code"])).toBe("Unchanged since 4 Mar 2026");
  expect(sinceWords("2026-03-04T12:00:00Z", ["git", "code"])).toBe("Since 4 Mar 2026");
  expect(sinceWords("2026-03-04T12:00:00Z", ["code", ""])).toBe("Since 4 Mar 2026");
  expect(sinceWords("2026-03-04T12:00:00Z", [])).toBe("Since 4 Mar 2026");
});
