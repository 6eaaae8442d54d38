import { describe, expect, test } from "vitest";
import { decodeMap, idBytes, IdIndex, idText, MapFormatError } from "./decode";
import { encodeSample, sampleId, sampleMap } from "./sampleMap";

describe("a binary map", () => {
  test("is read with all that it says", () => {
    const map = decodeMap(
      encodeSample(
        [
          { name: "src", type: "Folder", kind: 1, x: 1, y: 2, radius: 30, count: 2 },
          { name: "Größe 🜂", type: "File", parent: 0, from: 1000, to: 2000 },
          { name: "b", type: "File", parent: 0, x: -4.5 },
        ],
        [{ from: 1, to: 2, type: "imports", since: 5, until: 9, weight: 3 }],
        4_294_967_301,
        true,
      ),
    );
    expect(map.position).toBe(4_294_967_301);
    expect(map.refining).toBe(true);
    expect(map.names).toEqual(["src", "Größe 🜂", "b"]);
    expect(map.types).toEqual(["Folder", "File", "imports"]);
    expect([...map.parent]).toEqual([-1, 0, 0]);
    expect([...map.x]).toEqual([1, 0, -4.5]);
    expect([...map.count]).toEqual([2, 1, 1]);
    expect(map.to[1]).toBe(2000);
    expect(map.to[2]).toBe(Infinity);
    expect([map.edgeFrom[0], map.edgeTo[0], map.edgeValidFrom[0], map.edgeValidTo[0], map.edgeWeight[0]]).toEqual([1, 2, 5, 9, 3]);
    expect(map.types[map.edgeType[0]]).toBe("imports");
    expect(idText(map.ids, 2)).toBe(sampleId(2));
  });

  test("may be empty", () => {
    expect(sampleMap([]).items).toBe(0);
  });

  test("is refused with a reason when it is none", () => {
    expect(() => decodeMap(new ArrayBuffer(8))).toThrow("ends within its head");
    expect(() => decodeMap(new TextEncoder().encode("x".repeat(64)).buffer)).toThrow("not a map");
    const other = encodeSample([{}]);
    new DataView(other).setUint32(4, 9, true);
    expect(() => decodeMap(other)).toThrow("version 9");
  });

  test("is refused wherever it is cut", () => {
    const whole = encodeSample([{}, { parent: 0 }], [{ from: 0, to: 1 }]);
    for (let bytes = 0; bytes < whole.byteLength; bytes += 7) expect(() => decodeMap(whole.slice(0, bytes))).toThrow(MapFormatError);
  });

  test("is refused when it leads out of itself", () => {
    expect(() => sampleMap([{ parent: 1 }, {}])).toThrow("stands before its group");
    expect(() => sampleMap([{}], [{ from: 0, to: 4 }])).toThrow("leads out of the map");
  });
});

describe("an id", () => {
  test("is written and read back", () => {
    const text = "7zzzzzzzzz0123456789abcdef";
    expect(idText(idBytes(text)!, 0)).toBe(text);
    expect(idText(idBytes(text.toUpperCase())!, 0)).toBe(text);
  });

  test("is none with too few digits, a letter that is no digit, or more than 128 bits", () => {
    expect(idBytes("0")).toBeUndefined();
    expect(idBytes("u".repeat(26))).toBeUndefined();
    expect(idBytes("8".repeat(26))).toBeUndefined();
  });

  test("is found among many", () => {
    const map = sampleMap(Array.from({ length: 500 }, () => ({})));
    const index = new IdIndex(map.ids, map.items);
    for (let i = 0; i < 500; i++) expect(index.findText(sampleId(i))).toBe(i);
    expect(index.findText(sampleId(500))).toBe(-1);
    expect(index.findText("nonsense")).toBe(-1);
  });
});
