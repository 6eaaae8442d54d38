import type { Camera } from "../map/camera";
import { store } from "./store";

export type Side = "details" | "events" | "sources" | "ontology";

/** What of the graph the outline and its table show. */
export interface Filter {
  /** As they are shown; none: all. */
  types: readonly string[];
  /** What the name holds, without regard to case. */
  text: string;
}

const sides: readonly string[] = ["details", "events", "sources", "ontology"] satisfies Side[];

/** What one looks at: all of it is in the address, so that a link shows the same. */
export interface View {
  workspace: string | null;
  /** What the panel tells of; null: nothing is selected. */
  selected: string | null;
  /** What else is selected, in the order in which it was; empty while nothing or one thing is. */
  also: readonly string[];
  /** Effective time in ms since 1970; null: now. */
  time: number | null;
  camera: Camera | null;
  side: Side | null;
  outline: boolean;
  /** The outline is a table rather than a tree. */
  table: boolean;
  /** The page of the selected thing lies over the map. */
  page: boolean;
  filter: Filter;
}

export const view = store<View>(readAddress(typeof location === "undefined" ? "" : location.search));

export function readAddress(search: string): View {
  const query = new URLSearchParams(search);
  const at = query.get("at");
  const time = at === null ? NaN : Date.parse(at);
  const numbers = query.get("cam")?.split(",").map(Number) ?? [];
  const [x, y, scale] = numbers;
  const side = query.get("side");
  const ids = (query.get("sel") ?? "").split(",").filter((id) => id !== "");
  return {
    workspace: query.get("ws"),
    selected: ids.at(0) ?? null,
    also: ids.slice(1),
    time: Number.isNaN(time) ? null : time,
    camera: numbers.length === 3 && numbers.every(Number.isFinite) && scale > 0 ? { x: x, y: y, scale: scale } : null,
    side: side !== null && sides.includes(side) ? (side as Side) : null,
    outline: query.get("outline") !== null,
    table: query.get("outline") === "table",
    page: query.get("page") === "1",
    filter: { types: query.getAll("type"), text: query.get("name") ?? "" },
  };
}

export function writeAddress(v: View): string {
  const query = new URLSearchParams();
  if (v.workspace) query.set("ws", v.workspace);
  if (v.selected) query.set("sel", [v.selected, ...v.also].join(","));
  if (v.time !== null) query.set("at", new Date(v.time).toISOString().replace(".000", ""));
  if (v.side) query.set("side", v.side);
  if (v.outline) query.set("outline", v.table ? "table" : "1");
  if (v.page) query.set("page", "1");
  for (const type of v.filter.types) query.append("type", type);
  if (v.filter.text !== "") query.set("name", v.filter.text);
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

/** Keeps address and view the same; what one chooses can be gone back to, where one drifts to cannot. */
export function followAddress(onBack: (v: View) => void): () => void {
  let written = view.get();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isStep = (now: View): boolean => now.selected !== written.selected || now.workspace !== written.workspace || now.page !== written.page;
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
    clearTimeout(timer);
    const now = view.get();
    if (isStep(now)) write();
    else timer = setTimeout(write, 300);
  });
  const back = (): void => {
    const there = readAddress(location.search);
    written = there;
    onBack(there);
  };
  addEventListener("popstate", back);
  return () => {
    unsubscribe();
    clearTimeout(timer);
    removeEventListener("popstate", back);
  };
}
