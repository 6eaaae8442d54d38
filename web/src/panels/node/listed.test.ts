import { expect, test } from "vitest";
import { listed } from "./listed";

test("sources of one label are told once, with who read them", () => {
  expect(listed(["project (git)", "notes", "project (folder)", "you"])).toBe("project (git, folder), notes, you");
});
