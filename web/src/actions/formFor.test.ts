import { expect, test } from "vitest";
import { workspaceNameOf } from "./formFor";

test.each([
  ["My Project.zip", "my-project"],
  ["/home/you/books", "books"],
  ["C:\\Users\\you\\Ledger", "ledger"],
  ["مكتبة", "workspace"],
  ["...", "workspace"],
  ["a".repeat(80), "a".repeat(63)],
  ["books.csv and 3 more", "books-csv-and-3-more"],
])("a workspace for %s is called %s", (thing, name) => {
  expect(workspaceNameOf(thing)).toBe(name);
});
