import { nearest, project, type Projected } from "./eye";
import type { Mark } from "./protocol";
import { drawnRadius, placeOf, type Picture, type Scene } from "./scene";
import { style, type Context, type TextSprites } from "./text";

const turn = Math.PI * 2;
const ringStep = 5;
const pillSize = 11;

/** The thing itself while it is there, else the innermost group around it that is; -1: none, as it was in no group. */
function hostOf(scene: Scene, item: number): number {
  let host = item;
  while (host >= 0 && scene.presence.there[host] === 0) host = scene.map.parent[host];
  return host;
}

/** Whether what is in a group is to be seen, or is in none. */
function isOpen(scene: Scene, group: number): boolean {
  const at = placeOf(scene, group);
  return group < 0 || (at >= 0 && scene.frontier.open[at] >= 0.5);
}

const spot: Projected = { x: 0, y: 0, scale: 1, far: 1 };
const leastGhostPx = 4;
const namedGhostPx = 9;

/** What is gone, where it is drawn on the screen. */
export interface Ghost {
  item: number;
  x: number;
  y: number;
  r: number;
}

/** What is gone, where it stood: a dashed ring around nothing. Null where it is not on the screen. */
function drawGhost(context: Context, { scene, eye, viewport, selected }: Picture, sprites: TextSprites, mark: Mark, item: number, pointed: boolean, halo: string): Ghost | null {
  const { map } = scene;
  const { x, y, scale, far } = project(eye, map.x[item], map.y[item], scene.height[item], spot);
  const r = Math.max(leastGhostPx, map.radius[item] * scale);
  if (far <= nearest || x + r < 0 || y + r < 0 || x - r > viewport.width || y - r > viewport.height || r > viewport.width) return null;
  context.strokeStyle = mark.colour;
  context.fillStyle = mark.colour;
  context.beginPath();
  context.arc(x, y, r, 0, turn);
  context.globalAlpha = pointed ? 0.28 : 0.1;
  context.fill();
  context.globalAlpha = pointed ? 1 : 0.85;
  context.lineWidth = pointed || item === selected ? 3 : 1.5;
  context.setLineDash([3, 3]);
  context.stroke();
  context.setLineDash([]);
  if (r >= namedGhostPx || pointed || item === selected) sprites.draw(context, mark.name, style(pillSize, 500, mark.colour, halo), x, y + r + pillSize);
  context.globalAlpha = 1;
  return { item, x, y, r };
}

/** What other people look at, and what a comparison tells: a ring in each one's colour, with the name at what one has chosen. */
export class Others {
  private marks: Mark[] = [];
  private items: number[] = [];
  private ghosts: Ghost[] = [];
  /** What is gone and under the pointer; -1: nothing. */
  pointed = -1;

  put(marks: Mark[], scene: Scene | undefined): void {
    this.marks = marks;
    this.find(scene);
  }

  /** Finds the things on another map. */
  find(scene: Scene | undefined): void {
    this.items = this.marks.map((m) => scene?.ids.findText(m.id) ?? -1);
  }

  /** What is gone and drawn at a point, or within some pixels of it: the smallest. */
  ghostAt(x: number, y: number, gracePx: number): Ghost | null {
    const hit = this.ghosts.filter((g) => Math.hypot(g.x - x, g.y - y) <= g.r + gracePx);
    return hit.reduce<Ghost | null>((best, g) => (best === null || g.r < best.r ? g : best), null);
  }

  draw(context: Context, picture: Picture, sprites: TextSprites, halo: string): void {
    const { scene, viewport } = picture;
    const rings = new Map<number, number>();
    const quiet = new Set<string>();
    this.ghosts = [];
    this.marks.forEach((mark, k) => {
      const item = this.items[k];
      const host = item >= 0 && mark.gone ? hostOf(scene, item) : item;
      if (item >= 0 && host !== item && isOpen(scene, host)) {
        const ghost = drawGhost(context, picture, sprites, mark, item, item === this.pointed, halo);
        if (ghost) this.ghosts.push(ghost);
        return;
      }
      // What is hidden in a closed group is marked there.
      const shown = host < 0 ? -1 : scene.standIn[host];
      const at = placeOf(scene, shown);
      if (at < 0) return;
      // Many of a kind in one closed group are one ring.
      if (!mark.chosen && quiet.size === quiet.add(`${shown} ${mark.colour}`).size) return;
      const before = rings.get(shown) ?? (shown === picture.selected ? 1 : 0);
      rings.set(shown, before + 1);
      const x = scene.frontier.x[at];
      const y = scene.frontier.y[at];
      const r = drawnRadius(scene, at) + 4 + before * ringStep;
      context.globalAlpha = mark.chosen ? 1 : 0.7;
      context.lineWidth = mark.chosen ? 3 : 1.5;
      context.strokeStyle = mark.colour;
      if (shown !== item) context.setLineDash([6, 5]);
      context.beginPath();
      context.arc(x, y, r, 0, turn);
      context.stroke();
      context.setLineDash([]);
      context.globalAlpha = 1;
      if (!mark.chosen) return;
      const letters = style(pillSize, 600, "#ffffff", mark.colour, mark.colour);
      const half = sprites.width(mark.name, letters) / 2 + 8;
      // Beside the ring, and within the view where the ring is larger than it.
      const px = Math.max(viewport.left + half, Math.min(viewport.width - viewport.right - half, x + r * 0.72 + half));
      const py = Math.max(viewport.top + pillSize, Math.min(viewport.height - viewport.bottom - pillSize, y - r * 0.72 - before * 2));
      sprites.draw(context, mark.name, letters, px, py);
    });
  }
}
