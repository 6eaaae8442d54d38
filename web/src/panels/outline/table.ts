import type { Row, Value } from "../../api/contract";
import { number } from "../../look/format";
import type { Filter } from "../../state/view";
import { shown } from "../../look/value";

/** A column: one of the four that all have, or a property. */
export type Column = "name" | "type" | "neighbors" | "changed" | `.${string}`;

export interface Order {
  by: Column;
  descending: boolean;
}

export function columnTitle(column: Column): string {
  switch (column) {
    case "name":
      return "Name";
    case "type":
      return "Type";
    case "neighbors":
      return "Neighbours";
    case "changed":
      return "Changed";
    default:
      return column.slice(1);
  }
}

/** What stands in a cell. */
export function cellText(row: Row, column: Column): string {
  switch (column) {
    case "name":
      return row.node.name;
    case "type":
      return row.node.types.join(", ");
    case "neighbors":
      return String(row.neighbors);
    case "changed":
      return row.changedAt.slice(0, 10);
    default: {
      const value = row.properties[column.slice(1)] as Value | undefined;
      return value === undefined || value === null ? "" : shown(value);
    }
  }
}

/** Rows whose name holds the text and that are of one of the types. */
export function filtered(rows: readonly Row[], { types, text }: Filter): Row[] {
  const wanted = text.trim().toLowerCase();
  const of = new Set(types);
  return rows.filter((r) => (of.size === 0 || r.node.types.some((t) => of.has(t))) && (wanted === "" || r.node.name.toLowerCase().includes(wanted)));
}

/** How many are listed, told as the map and the tree count: groups for themselves. */
export function countText(listed: readonly Row[], all: readonly Row[]): string {
  const groups = (rows: readonly Row[]): number => rows.filter((r) => r.node.isGroup).length;
  const part = (some: number, of: number, one: string): string => `${some === of ? "" : `${number(some)} of `}${number(of)} ${of === 1 ? one : `${one}s`}`;
  const [some, of] = [groups(listed), groups(all)];
  const things = part(listed.length - some, all.length - of, "thing");
  return of === 0 ? things : `${things} and ${part(some, of, "group")}`;
}

const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Rows in order; what has nothing in that column comes last, either way. */
export function ordered(rows: readonly Row[], { by, descending }: Order): Row[] {
  const keys = rows.map((row, at) => ({ row, at, key: sortKey(row, by) }));
  const sign = descending ? -1 : 1;
  keys.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null) || a.at - b.at;
    return sign * compare(a.key, b.key) || a.at - b.at;
  });
  return keys.map((k) => k.row);
}

function sortKey(row: Row, by: Column): number | string | null {
  if (by === "neighbors") return row.neighbors;
  if (by === "changed") return row.changedAt;
  if (by.startsWith(".")) {
    const value = row.properties[by.slice(1)] as Value | undefined;
    if (typeof value === "number") return value;
    if (typeof value === "boolean") return value ? 1 : 0;
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const [inner] = Object.values(value);
      if (typeof inner === "string") return inner;
    }
  }
  const text = cellText(row, by);
  return text === "" ? null : text;
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number") return -1;
  return typeof b === "number" ? 1 : words.compare(a, b);
}

/** For a clipboard: tabs between cells, which have none themselves. */
export function asTsv(rows: readonly Row[], columns: readonly Column[]): string {
  const line = (cells: string[]): string => cells.map((c) => c.replace(/[\t\r\n]+/g, " ")).join("\t");
  return [line(columns.map(columnTitle)), ...rows.map((r) => line(columns.map((c) => cellText(r, c))))].join("\n");
}

/** As RFC 4180 has it, with the id of each thing in front. */
export function asCsv(rows: readonly Row[], columns: readonly Column[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: string[]): string => `${cells.map(cell).join(",")}\r\n`;
  return line(["id", ...columns.map(columnTitle)]) + rows.map((r) => line([r.node.id, ...columns.map((c) => cellText(r, c))])).join("");
}

/** A thing in the tree of what was found. */
export interface Branch {
  row: Row;
  /** Groups that hold nothing but one group are told together with it. */
  name: string;
  level: number;
  hit: boolean;
  /** Something of what was found is in it. */
  holds: boolean;
}

/** Found things in the groups that they are in, for a tree of them: groups before what is in them. */
export function treeOf(rows: readonly Row[], found: readonly Row[]): Branch[] {
  const byId = new Map(rows.map((r) => [r.node.id, r]));
  const parentOf = (r: Row): string | undefined => (typeof r.node.group === "object" ? r.node.group.id : r.node.group);
  const hits = new Set(found.map((r) => r.node.id));
  const kept = new Map<string, Row>();
  for (const row of found) {
    for (let at: Row | undefined = row; at && !kept.has(at.node.id); at = byId.get(parentOf(at) ?? "")) kept.set(at.node.id, at);
  }
  const members = new Map<string, Row[]>();
  for (const row of kept.values()) {
    const parent = parentOf(row) ?? "";
    const key = kept.has(parent) ? parent : "";
    const list = members.get(key);
    if (list) list.push(row);
    else members.set(key, [row]);
  }
  const tree: Branch[] = [];
  const walk = (key: string, level: number): void => {
    for (const top of [...(members.get(key) ?? [])].sort((a, b) => words.compare(a.node.name, b.node.name))) {
      let row = top;
      let name = row.node.name;
      for (let inner = members.get(row.node.id); !hits.has(row.node.id) && inner?.length === 1 && members.has(inner[0].node.id); inner = members.get(row.node.id)) {
        row = inner[0];
        name += ` / ${row.node.name}`;
      }
      tree.push({ row, name, level, hit: hits.has(row.node.id), holds: members.has(row.node.id) });
      walk(row.node.id, level + 1);
    }
  };
  walk("", 0);
  return tree;
}
