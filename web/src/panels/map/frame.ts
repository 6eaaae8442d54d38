import type { Box, Camera } from "../../map/camera";

/** Of the overview, in pixels. */
export const size = { width: 176, height: 120 };
/** Of a view that is smaller than this the place is shown, not the extent. */
const leastPx = 7;

/** Where a part of the world is in the corner, in pixels, no smaller than one can see. */
export function frameOf(box: Box, { x, y, scale }: Camera): { left: number; top: number; width: number; height: number } {
  const [width, height] = [Math.max(leastPx, (box.maxX - box.minX) * scale), Math.max(leastPx, (box.maxY - box.minY) * scale)];
  const left = ((box.minX + box.maxX) / 2 - x) * scale + size.width / 2 - width / 2;
  const top = ((box.minY + box.maxY) / 2 - y) * scale + size.height / 2 - height / 2;
  return { left, top, width, height };
}
