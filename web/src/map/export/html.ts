import { paletteOf, type Palette } from "../../look/palette";
import { noType } from "../decode";
import type { Scene } from "../scene";
import { escaped } from "./svg";
import viewer from "./viewer.js?raw";

/** More edges make a page of many megabytes, and are more than one sees. */
const mostEdges = 20_000;

/**
 * The map of the time shown as one page that needs nothing else: no server, no network. It holds names, places, types
 * and the heaviest edges of what is shown, and can only be looked at.
 */
export function htmlOf(scene: Scene, title: string, at: string): string {
  const { map, presence, colour } = scene;
  const place = new Int32Array(map.items).fill(-1);
  const items: (string | number)[][] = [];
  for (let i = 0; i < map.items; i++) {
    if (presence.there[i] === 0) continue;
    place[i] = items.length;
    const p = map.parent[i];
    items.push([map.names[i], round(map.x[i]), round(map.y[i]), round(map.radius[i] * (scene.mixRow[i] < 0 ? Math.min(1.2, scene.sizes[i]) : 1)), p < 0 ? -1 : place[p], colour[i], map.type[i] === noType ? -1 : map.type[i], presence.count[i]]);
  }
  const edges = [...presence.edges.subarray(0, presence.edgeCount)]
    .sort((a, b) => map.edgeWeight[b] - map.edgeWeight[a] || a - b)
    .slice(0, mostEdges)
    .map((e) => [place[map.edgeFrom[e]], place[map.edgeTo[e]]]);
  const looks = (palette: Palette): Record<string, unknown> => ({
    sea: palette.sea,
    land: palette.land,
    coast: palette.coast,
    ink: palette.ink,
    muted: palette.mutedInk,
    halo: palette.halo,
    line: palette.line,
    accent: palette.accent,
    types: palette.types,
    groups: palette.groups,
    rims: palette.groupRims,
  });
  const { steps, own } = scene.coloured;
  const light = paletteOf(false, steps, own);
  const dark = paletteOf(true, steps, own);
  const data = { items, edges, types: map.types, light: looks(light), dark: looks(dark), left: Math.max(0, presence.edgeCount - edges.length) };
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  const name = escaped(title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>${name} – map</title>
<style>
html, body { height: 100%; margin: 0; overflow: hidden; font: 14px system-ui, sans-serif; background: ${light.sea}; color: ${light.ink}; }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; touch-action: none; cursor: grab; }
header { position: absolute; top: 12px; left: 12px; right: 12px; display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: baseline; pointer-events: none; }
h1 { font-size: 17px; margin: 0; }
input { pointer-events: auto; font: inherit; padding: 6px 10px; border-radius: 8px; border: 1px solid ${light.coast}; background: ${light.halo}; color: inherit; min-width: 210px; }
#told { position: absolute; left: 12px; bottom: 12px; max-width: min(520px, calc(100% - 24px)); }
@media (prefers-color-scheme: dark) { html, body { background: ${dark.sea}; color: ${dark.ink}; } input { background: ${dark.halo}; border-color: ${dark.coast}; } }
@media print { input { display: none; } }
</style>
</head>
<body>
<canvas id="map" tabindex="0" aria-label="Map"></canvas>
<header><h1>${name}</h1><span>as of ${escaped(at)}</span><input id="search" type="search" placeholder="Look up by name" aria-label="Look up by name" list="found"><datalist id="found"></datalist></header>
<div id="told" role="status"></div>
<script type="application/json" id="data">${json}</script>
<script>
${viewer.replaceAll("</script", "<\\/script")}
</script>
</body>
</html>
`;
}

function round(n: number): number {
  return Number(n.toPrecision(6));
}
