import type { Mark } from "./protocol";
import { drawnRadius, placeOf, type Picture, type Scene } from "./scene";
import { style, type Context, type TextSprites } from "./text";

const turn = Math.PI * 2;
const ringStep = 5;
const pillSize = 11;

/** What other people look at: a ring in each one's colour, with the name at what one has chosen. */
export class Others {
  private marks: Mark[] = [];
  private items: number[] = [];

  put(marks: Mark[], scene: Scene | undefined): void {
    this.marks = marks;
    this.find(scene);
  }

  /** Finds the things on another map. */
  find(scene: Scene | undefined): void {
    this.items = this.marks.map((m) => scene?.ids.findText(m.id) ?? -1);
  }

  draw(context: Context, picture: Picture, sprites: TextSprites): void {
    const { scene, viewport } = picture;
    const rings = new Map<number, number>();
    const quiet = new Set<string>();
    this.marks.forEach((mark, k) => {
      const item = this.items[k];
      // What is hidden in a closed group is marked there.
      const shown = item < 0 ? -1 : scene.standIn[item];
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
