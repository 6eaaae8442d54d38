import { describe, expect, it } from "vitest";
import { namesakes } from "./namesakes";

const thing = (id: string, name: string, group?: string) => ({ id, name, types: ["File"], ...(group === undefined ? {} : { group: { id: group, name: group } }) });

describe("things of one name in a list", () => {
  it("are told apart by their groups", () => {
    const told = namesakes([thing("1", "views.py", "api"), thing("2", "forms.py", "api"), thing("3", "views.py", "front"), thing("4", "views.py")]);
    expect([...told]).toEqual([
      ["1", "api"],
      ["3", "front"],
    ]);
  });

  it("are one thing where it is there twice", () => {
    expect(namesakes([thing("1", "views.py", "api"), thing("1", "views.py", "api")]).size).toBe(0);
  });
});
