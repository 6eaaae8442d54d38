import type { ShownName } from "../names";
import { arrowCorners } from "../paint/canvas";
import { cssOf, type Discs, type Drawing, type Ribbons } from "../paint/list";

const turn = Math.PI * 2;

/** The lists and names of a picture as SVG: every disc, line and letter is a shape that can be edited. */
export function svgOf(drawing: Drawing, names: Iterable<ShownName>, width: number, height: number, title: string): string {
  const out: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${cssOf(drawing.ground)}"/>`,
    `<g id="grounds">`,
    ...discs(drawing.grounds),
    `</g><g id="edges" fill="none">`,
    ...ribbons(drawing.edges),
    `</g><g id="things">`,
    ...discs(drawing.solids),
    `</g><g id="marks">`,
    ...discs(drawing.marks),
    `</g><g id="names" text-anchor="middle" font-family="Inter, system-ui, sans-serif">`,
  ];
  for (const name of names) out.push(...letters(name));
  out.push("</g></svg>");
  return out.join("\n");
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]!);
}

function short(n: number): string {
  return String(Math.round(n * 100) / 100);
}

function ink(bytes: Uint8Array, at: number): string {
  return cssOf((bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]);
}

function faint(name: string, alpha: number): string {
  return alpha >= 0.996 ? "" : ` ${name}="${short(alpha)}"`;
}

function* discs({ size, place, arc, fill, rim, shine }: Discs): Generator<string> {
  for (let k = 0; k < size; k++) {
    const at = k * 4;
    const [x, y, r] = [place[at], place[at + 1], place[at + 2]];
    const shell = arc[at + 3] < 0 ? 1 + arc[at + 3] * 0.75 : 1;
    const filled = (fill[at + 3] / 255) * shell;
    const rimmed = rim[at + 3] / 255;
    const stroke = ` stroke="${ink(rim, at)}" stroke-width="${short(place[at + 3])}"${faint("stroke-opacity", rimmed)}`;
    const part = arc[at] > 0 || arc[at + 1] < 1;
    if (part) {
      if (rimmed > 0) yield `<path fill="none" d="${arcPath(x, y, r, arc[at], arc[at + 1])}"${stroke}/>`;
      continue;
    }
    if (filled === 0 && rimmed === 0) continue;
    // What is lit a little from above has the colour between, where there are no gradients.
    const colour = shine[at + 3] > 0 ? between(fill, shine, at, 0.4 * (shine[at + 3] / 255)) : ink(fill, at);
    const paint = filled > 0 ? ` fill="${colour}"${faint("fill-opacity", filled)}` : ` fill="none"`;
    const dash = arc[at + 2] > 0 ? ` stroke-dasharray="${short(arc[at + 2] * 0.55)} ${short(arc[at + 2] * 0.45)}"` : "";
    yield `<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}"${paint}${rimmed > 0 ? stroke + dash : ""}/>`;
  }
}

function between(one: Uint8Array, other: Uint8Array, at: number, part: number): string {
  const channel = (k: number): number => Math.round(one[at + k] + (other[at + k] - one[at + k]) * part);
  return cssOf((channel(0) << 16) | (channel(1) << 8) | channel(2));
}

function arcPath(x: number, y: number, r: number, from: number, to: number): string {
  const point = (turns: number): string => `${short(x + Math.sin(turns * turn) * r)} ${short(y - Math.cos(turns * turn) * r)}`;
  // A whole turn would end where it begins, and be nothing.
  const end = Math.min(to, from + 0.9999);
  return `M${point(from)}A${short(r)} ${short(r)} 0 ${end - from > 0.5 ? 1 : 0} 1 ${point(end)}`;
}

function* ribbons({ size, start, end, ink: inks }: Ribbons): Generator<string> {
  for (let k = 0; k < size; k++) {
    const at = k * 4;
    const colour = ink(inks, at);
    const alpha = inks[at + 3] / 255;
    yield `<path d="M${short(start[at])} ${short(start[at + 1])}Q${short(start[at + 2])} ${short(start[at + 3])} ${short(end[at])} ${short(end[at + 1])}" stroke="${colour}" stroke-width="${short(end[at + 2])}"${faint("stroke-opacity", alpha)}/>`;
    if (end[at + 3] === 0) continue;
    const corners = arrowCorners(start[at + 2], start[at + 3], end[at], end[at + 1], end[at + 3]);
    yield `<path d="M${corners.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}Z" fill="${colour}"${faint("fill-opacity", alpha)}/>`;
  }
}

function* letters({ text, style, x, y, alpha, angle }: ShownName): Generator<string> {
  const weight = style.font.split(" ")[0];
  if (style.pill) {
    const width = text.length * style.size * 0.56 + 16;
    const height = style.size * 1.7;
    yield `<rect x="${short(x - width / 2)}" y="${short(y - height / 2)}" width="${short(width)}" height="${short(height)}" rx="${short(height / 2)}" fill="${style.pill}" stroke="${style.halo}"${faint("opacity", alpha)}/>`;
  }
  const halo = style.halo && !style.pill ? ` stroke="${style.halo}" stroke-width="3" stroke-opacity="0.85" paint-order="stroke" stroke-linejoin="round"` : "";
  yield `<text x="${short(x)}" y="${short(y + style.size * 0.35)}" ${angle ? `transform="rotate(${short((angle * 360) / turn)} ${short(x)} ${short(y)})" ` : ""}font-size="${short(style.size)}" font-weight="${weight}" fill="${style.colour}"${halo}${faint("opacity", alpha)}>${escaped(text)}</text>`;
}
