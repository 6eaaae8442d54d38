import { readColouring, readSizing, type ColourBy, type SizeBy } from "../map/arrangement";
import { readCondition, writeCondition, type Condition } from "../map/conditions";
import type { Clock } from "../api/client";
import type { Camera } from "../map/camera";
import type { Side as Turned } from "../map/protocol";
import { store } from "./store";

const sides = ["details", "events", "sources", "ontology", "activity", "changes"] as const;

export type Side = (typeof sides)[number];

/** What of the graph the outline and its table show. */
export interface Filter {
  /** As they are shown; none: all. */
  types: readonly string[];
  /** What the name holds, without regard to case. */
  text: string;
}

/** What one looks at: all of it is in the address, so that a link shows the same. */
export interface View {
  workspace: string | null;
  /** What the panel tells of; null: nothing is selected. */
  selected: string | null;
  /** What else is selected, in the order in which it was; empty while nothing or one thing is. */
  also: readonly string[];
  /** The edge that the panel tells of, or all edges between two things; null: the panel tells of what is selected. */
  edge: { from: string; to: string } | null;
  /** The moment that is shown, in ms since 1970; null: now. */
  time: number | null;
  /** Whether that is a time of the world, or of the writer's clock: what was known then. */
  clock: Clock;
  /** The moment that the one shown is compared with: ms since 1970 of the same clock, or a position; null: none. */
  since: { time: number } | { position: number } | null;
  /** Which events are shown, as it was typed. */
  filter: string;
  /** The event that is told of, by its position. */
  event: number | null;
  camera: Camera | null;
  /** The map flat, or with its depth. */
  dimensions: 2 | 3;
  /** From which side one looks in three dimensions; null: as one does at first. */
  turned: Turned | null;
  colourBy: ColourBy;
  sizeBy: SizeBy;
  /** The property that stands in the place of names on the map; null: names do. */
  caption: string | null;
  /** What the map shows of its things; all of them must hold. */
  conditions: readonly Condition[];
  /** What does not match is hidden rather than dimmed. */
  hides: boolean;
  side: Side | null;
  outline: boolean;
  /** The outline is a table rather than a tree. */
  table: boolean;
  /** The page of the selected thing lies over the map. */
  page: boolean;
  /** What of the graph the outline and its table list. */
  listed: Filter;
}

export const view = store<View>(readAddress(typeof location === "undefined" ? "" : location.search));

export function readAddress(search: string): View {
  const query = new URLSearchParams(search);
  const at = query.get("at");
  const time = at === null ? NaN : Date.parse(at);
  const numbers = query.get("cam")?.split(",").map(Number) ?? [];
  const [x, y, scale] = numbers;
  const side = query.get("side");
  const [selected = null, ...also] = (query.get("sel") ?? "").split(",").filter((id) => id !== "");
  const ends = (query.get("edge") ?? "").split(",").filter((id) => id !== "");
  const turned = query.get("turn")?.split(",").map(Number) ?? [];
  return {
    workspace: query.get("ws"),
    selected,
    also,
    edge: ends.length === 2 ? { from: ends[0], to: ends[1] } : null,
    time: Number.isNaN(time) ? null : time,
    clock: query.get("clock") === "recorded" ? "recorded" : "effective",
    since: readSince(query.get("since")),
    filter: query.get("ev") ?? "",
    event: Number(query.get("event")) || null,
    camera: numbers.length === 3 && numbers.every(Number.isFinite) && scale > 0 ? { x: x, y: y, scale: scale } : null,
    dimensions: query.get("dim") === "3" ? 3 : 2,
    turned: turned.length === 3 && turned.every(Number.isFinite) ? { yaw: turned[0], pitch: turned[1], z: turned[2] } : null,
    colourBy: readColouring(query.get("colour")),
    sizeBy: readSizing(query.get("size")),
    caption: query.get("caption") === "" ? null : query.get("caption"),
    conditions: query.getAll("show").map(readCondition).filter((c) => c !== null),
    hides: query.get("rest") === "hidden",
    side: sides.find((s) => s === side) ?? null,
    outline: query.get("outline") !== null,
    table: query.get("outline") === "table",
    page: query.get("page") === "1",
    listed: { types: query.getAll("type"), text: query.get("name") ?? "" },
  };
}

function readSince(text: string | null): View["since"] {
  if (text === null || text === "") return null;
  if (/^\d{1,15}$/.test(text)) return { position: Number(text) };
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : { time };
}

const iso = (time: number): string => new Date(time).toISOString().replace(".000", "");

export function writeAddress(v: View): string {
  const query = new URLSearchParams();
  if (v.workspace) query.set("ws", v.workspace);
  if (v.selected) query.set("sel", [v.selected, ...v.also].join(","));
  if (v.edge) query.set("edge", `${v.edge.from},${v.edge.to}`);
  if (v.time !== null) query.set("at", iso(v.time));
  if (v.clock === "recorded") query.set("clock", "recorded");
  if (v.since) query.set("since", "time" in v.since ? iso(v.since.time) : String(v.since.position));
  if (v.filter !== "") query.set("ev", v.filter);
  if (v.event !== null) query.set("event", String(v.event));
  if (v.side) query.set("side", v.side);
  if (v.outline) query.set("outline", v.table ? "table" : "1");
  if (v.page) query.set("page", "1");
  for (const type of v.listed.types) query.append("type", type);
  if (v.listed.text !== "") query.set("name", v.listed.text);
  if (v.colourBy !== "type") query.set("colour", v.colourBy);
  if (v.sizeBy !== "layout") query.set("size", v.sizeBy);
  if (v.caption !== null) query.set("caption", v.caption);
  for (const condition of v.conditions) query.append("show", writeCondition(condition));
  if (v.hides) query.set("rest", "hidden");
  if (v.dimensions === 3) query.set("dim", "3");
  if (v.dimensions === 3 && v.turned) query.set("turn", [v.turned.yaw, v.turned.pitch, v.turned.z].map((n) => String(Number(n.toPrecision(4)))).join(","));
  if (v.camera) query.set("cam", [v.camera.x, v.camera.y, v.camera.scale].map((n) => String(Number(n.toPrecision(6)))).join(","));
  return `?${query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}

const treePx = 312;
const tablePx = 900;
const leastTablePx = 420;
const leastMapPx = 360;
const sidePx = 392;

/** How much of the map's width the outline covers on its left. */
export function outlinePx({ outline, table, side }: Pick<View, "outline" | "table" | "side">, width: number): number {
  if (!outline || width <= 760) return 0;
  if (!table) return treePx;
  const room = width - (side === null ? 0 : sidePx) - leastMapPx;
  return Math.round(Math.max(leastTablePx, Math.min(tablePx, width * 0.6, room)));
}

/** How much of the map's width the panel covers on its right. */
export function sideCoverPx({ side }: Pick<View, "side">, width: number): number {
  return side === null || width <= 760 ? 0 : sidePx;
}

/** Keeps address and view the same; what one chooses can be gone back to, where one drifts to cannot. */
export function followAddress(onBack: (v: View) => void): () => void {
  let written = view.get();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // What one goes back to is put together piece by piece; a piece is no step of its own, and must not end the way forward.
  let returning = false;
  const isStep = (now: View): boolean => now.selected !== written.selected || now.edge !== written.edge || now.workspace !== written.workspace || now.page !== written.page;
  const write = (): void => {
    const now = view.get();
    const address = writeAddress(now);
    if (address === location.search) return;
    const step = isStep(now);
    if (step && written.workspace !== null) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    written = now;
  };
  const unsubscribe = view.subscribe(() => {
    if (returning) return;
    clearTimeout(timer);
    const now = view.get();
    if (isStep(now)) write();
    else timer = setTimeout(write, 300);
  });
  const back = (): void => {
    clearTimeout(timer);
    returning = true;
    try {
      onBack(readAddress(location.search));
    } finally {
      returning = false;
    }
    written = view.get();
    write();
  };
  addEventListener("popstate", back);
  return () => {
    unsubscribe();
    clearTimeout(timer);
    removeEventListener("popstate", back);
  };
}
