import { describe, expect, it } from "vitest";
import { isPressed } from "./action";
import { allActions } from "./all";

const key = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}): Parameters<typeof isPressed>[0] => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("keys", () => {
  it("tell letters with and without Shift apart", () => {
    expect(isPressed(key("Z", { ctrlKey: true, shiftKey: true }), "shift+mod+z")).toBe(true);
    expect(isPressed(key("Z", { ctrlKey: true, shiftKey: true }), "mod+z")).toBe(false);
    expect(isPressed(key("z", { metaKey: true }), "mod+z")).toBe(true);
    expect(isPressed(key("z"), "mod+z")).toBe(false);
  });

  it("take a sign however a keyboard gives it", () => {
    expect(isPressed(key("/"), "/")).toBe(true);
    expect(isPressed(key("/", { shiftKey: true }), "/")).toBe(true);
    expect(isPressed(key("/", { altKey: true }), "/")).toBe(false);
  });

  it("belong to one action each", () => {
    const keys = allActions.flatMap((a) => a.keys ?? []);
    expect(keys).toEqual([...new Set(keys)]);
  });
});
