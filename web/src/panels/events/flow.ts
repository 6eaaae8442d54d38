export interface FlowBox {
  name: string;
  y: number;
  height: number;
  count: number;
}

export interface FlowBand {
  type: string;
  context: string;
  count: number;
  path: string;
  y: number;
  height: number;
}

export interface FlowLayout {
  height: number;
  contexts: FlowBox[];
  bands: FlowBand[];
}

const gapPx = 4;
const leastPx = 15;
const mostTypes = 12;

/**
 * Contexts on the left, the types of their events on the right, joined by bands as wide as the root of how many there are:
 * so that rare types are seen beside those of an import.
 */
export function layOutFlow(types: readonly { type: string; count: number }[], width: number): FlowLayout {
  const shown = [...types].sort((a, b) => b.count - a.count).slice(0, mostTypes);
  const most = Math.max(1, ...shown.map((t) => Math.sqrt(t.count)));
  const order = [...new Set(shown.map((t) => t.type.split(".")[0]))];
  const bands: FlowBand[] = [];
  const contexts: FlowBox[] = [];
  let y = 0;
  for (const context of order) {
    const top = y;
    for (const { type, count } of shown.filter((t) => t.type.startsWith(`${context}.`))) {
      const height = Math.max(leastPx, (26 * Math.sqrt(count)) / most);
      bands.push({ type, context, count, path: "", y, height });
      y += height + gapPx;
    }
    contexts.push({ name: context, y: top, height: y - gapPx - top, count: shown.filter((t) => t.type.startsWith(`${context}.`)).reduce((sum, t) => sum + t.count, 0) });
    y += gapPx;
  }
  // A band is thin on the left, where all of a context meet in its middle half.
  for (const box of contexts) {
    const own = bands.filter((b) => b.context === box.name);
    const all = own.reduce((sum, b) => sum + b.height, 0);
    let from = box.y + box.height / 4;
    for (const band of own) {
      const thin = ((box.height / 2) * band.height) / all;
      const middle = width / 2;
      band.path = `M0 ${from.toFixed(1)}C${middle} ${from.toFixed(1)} ${middle} ${band.y.toFixed(1)} ${width} ${band.y.toFixed(1)}v${band.height.toFixed(1)}C${middle} ${(band.y + band.height).toFixed(1)} ${middle} ${(from + thin).toFixed(1)} 0 ${(from + thin).toFixed(1)}Z`;
      from += thin;
    }
  }
  return { height: Math.max(0, y - gapPx * 2), contexts, bands };
}

/** How many a minute, of the times of events in ms, over the last minutes. */
export function ratePerMinute(times: readonly number[], now: number, minutes: number): number {
  return times.filter((t) => t > now - minutes * 60_000).length / minutes;
}
