import type { EdgeNames } from "../edgeNames";
import type { Names, ShownName } from "../names";
import { paintOnCanvas } from "../paint/canvas";
import type { Drawing } from "../paint/list";
import type { ExportFormat } from "../protocol";
import type { Picture } from "../scene";
import { TextSprites } from "../text";
import { htmlOf } from "./html";
import { svgOf } from "./svg";

/** What is shown now. */
export interface Shown {
  picture: Picture;
  drawing: Drawing;
  names: Names;
  edgeNames: EdgeNames;
  ratio: number;
}

/** Pixels for each pixel of the screen: sharp on paper too. */
const leastRatio = 2;

function* namesOf({ names, edgeNames, picture }: Shown): Generator<ShownName> {
  yield* names.shown(picture);
  yield* edgeNames.shown(picture);
}

/** Makes a file of what is shown; of the page, of all there is at that time. */
export async function exportMap(shown: Shown, format: ExportFormat, title: string, at: string): Promise<Blob> {
  const { picture, drawing } = shown;
  const { width, height } = picture.viewport;
  switch (format) {
    case "png": {
      const ratio = Math.max(leastRatio, shown.ratio);
      const canvas = new OffscreenCanvas(Math.round(width * ratio), Math.round(height * ratio));
      const context = canvas.getContext("2d");
      if (!context) throw new Error("this browser gives no canvas of that size");
      context.scale(ratio, ratio);
      paintOnCanvas(context, drawing, width, height);
      const sprites = new TextSprites(ratio);
      for (const name of namesOf(shown)) {
        context.globalAlpha = name.alpha;
        if (name.angle === undefined) sprites.draw(context, name.text, name.style, name.x, name.y);
        else sprites.drawTurned(context, name.text, name.style, name.x, name.y, name.angle);
      }
      return canvas.convertToBlob({ type: "image/png" });
    }
    case "svg":
      return new Blob([svgOf(drawing, namesOf(shown), width, height, `${title}, as of ${at}`)], { type: "image/svg+xml" });
    case "html":
      return new Blob([htmlOf(picture.scene, title, at)], { type: "text/html" });
  }
}
