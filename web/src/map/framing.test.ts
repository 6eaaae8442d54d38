import { describe, expect, test } from "vitest";
import { eyeOf } from "./eye";
import { saidPath, trailAt } from "./framing";
import { findFrontier } from "./frontier";
import { sampleMap } from "./sampleMap";
import { Scene } from "./scene";

const view = { width: 800, height: 800, left: 0, right: 0, top: 0, bottom: 0 };

describe("the groups that one is in", () => {
  test("are named once where a repository and its top folder are called alike", () => {
    const map = sampleMap([
      { name: "shop", type: "Repository", kind: 1, radius: 100, count: 2 },
      { name: "shop", type: "Folder", kind: 1, parent: 0, radius: 90, count: 2 },
      { name: "shop", type: "Folder", kind: 1, parent: 1, radius: 80, count: 2 },
      { type: "File", parent: 2, x: -20, radius: 8 },
      { type: "File", parent: 2, x: 20, radius: 8 },
    ]);
    const scene = new Scene(map, Infinity);
    const eye = eyeOf({ x: 0, y: 0, scale: 4.5 }, view);
    findFrontier(scene, eye, view, scene.frontier);
    expect(trailAt(scene, eye, view).map((step) => step.name)).toEqual(["shop", "shop"]);
    expect(trailAt(scene, eye, view)[1].id).toMatch(/2$/);
  });

  test("keep a folder that is called as the folder around it", () => {
    const folder = (id: string, type: string): { id: string; name: string; type: string } => ({ id, name: "shop", type });
    expect(saidPath([folder("a", "Folder"), folder("b", "Folder")]).map((g) => g.id)).toEqual(["a", "b"]);
    expect(saidPath([folder("r", "Repository"), folder("a", "Folder"), folder("b", "Folder")]).map((g) => g.id)).toEqual(["r", "b"]);
  });
});
