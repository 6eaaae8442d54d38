import { describe, expect, test } from "vitest";
import { coloursOfTypes, darkPalette, lightPalette, paletteOf, seenOn } from "../look/palette";
import { read } from "../state/looks";
import { plainArrangement } from "./arrangement";
import { columnOf } from "./column";
import { sampleMap } from "./sampleMap";
import { Scene } from "./scene";

function scene(): Scene {
  return new Scene(sampleMap([{ name: "box", kind: 1, count: 4, radius: 9 }, ...Array.from({ length: 4 }, (_, k) => ({ parent: 0, name: `n${k}`, type: k < 3 ? "A" : "B" }))]), Infinity);
}

describe("colours by a property", () => {
  test("are one for each text, the most frequent first, and told as such", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, colourBy: "of:team" });
    s.shade(columnOf(new Map<number, string | string[]>([[1, "red"], [2, "blue"], [3, ["red", "blue"]]]), 5));
    expect(s.typeCounts()).toEqual([
      { type: "blue", count: 2, colour: 0 },
      { type: "red", count: 1, colour: 1 },
      { type: "none stated", count: 1, colour: 8 },
    ]);
    expect(s.coloured).toEqual({ steps: false, own: {} });
  });

  test("grow evenly brighter with numbers", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, colourBy: "of:lines" });
    s.shade(columnOf(new Map([[1, 10], [2, 20], [3, 3000]]), 5));
    expect(s.typeCounts().map((t) => [t.type, t.count])).toEqual([["from 10", 1], ["from 20", 1], ["from 3,000", 1], ["none stated", 1]]);
    expect(s.typeCounts().map((t) => t.colour)).toEqual([0, 4, 7, 8]);
    expect(s.coloured.steps).toBe(true);
  });

  test("are all the same until it is known what is stated", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, colourBy: "of:lines" });
    expect([...s.colour.subarray(1)]).toEqual([8, 8, 8, 8]);
  });
});

describe("a colour of one's own", () => {
  const types = ["A", "B", "Folder", "C"];
  const counts = [30, 20, 10, 5];

  test("is kept for its type, and the others share the rest", () => {
    const { colours, own } = coloursOfTypes(types, counts, { C: "0", Folder: "#123456" });
    expect([...colours]).toEqual([1, 2, 7, 0]);
    expect(own).toEqual({ 7: "#123456" });
  });

  test("stands in the palette, where it can be told from the ground", () => {
    expect(paletteOf(false, false, { 7: "#123456" }).types[7]).toBe("#123456");
    expect(paletteOf(true, false, { 7: "#123456" }).types[7]).not.toBe("#123456");
    expect(seenOn(darkPalette.sea, "#000000")).not.toBe("#000000");
    expect(seenOn(lightPalette.sea, "#ffffff")).not.toBe("#ffffff");
    expect(paletteOf(false, false)).toBe(lightPalette);
    expect(paletteOf(false, false, { 7: "#123456" })).toBe(paletteOf(false, false, { 7: "#123456" }));
  });

  test("that was kept and is none is passed over", () => {
    expect(read({ colours: { A: "3", B: "red", C: 7, D: "#a1b2c3" }, overview: false })).toEqual({ colours: { A: "3", D: "#a1b2c3" }, overview: false });
    expect(read("nonsense")).toEqual({ colours: {}, overview: true });
  });

  test("is given to the scene", () => {
    const s = scene();
    s.arrange({ ...plainArrangement, colours: { A: "5" } });
    expect(s.typeCounts().map((t) => [t.type, t.colour])).toEqual([["B", 0], ["A", 5]]);
  });
});
