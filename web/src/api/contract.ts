/** The records of the HTTP API, as this app reads them. Ids are 26 base32 digits; times ISO 8601 in UTC. */

export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

export interface Workspace {
  id: string;
  name: string;
  position: number;
  /** Who asks: on whose behalf commands are. */
  person?: string;
}

export interface SourceRef {
  id: string;
  /** How people call it; of a person too. */
  label: string;
  person?: boolean;
}

export interface NodeRef {
  id: string;
  name: string;
  types: string[];
  group?: string | { id: string; name: string };
  isGroup?: boolean;
  erased?: boolean;
}

export interface Statement {
  value: Value;
  /** The source states that there is nothing. */
  denied?: boolean;
  source: SourceRef;
  position: number;
  effectiveAt?: string;
  shown: boolean;
}

export interface Property {
  key: string;
  value: Value;
  source: SourceRef;
  position: number;
  effectiveAt?: string;
  disagreement: boolean;
  statements: Statement[];
}

export interface NodeDetail {
  id: string;
  name: string;
  types: string[];
  isGroup: boolean;
  group?: { id: string; name: string };
  mergedFrom: string[];
  properties: Property[];
  nameStatements: Statement[];
  /** What is stated of each type, as sources call it. */
  typeStatements?: Property[];
  groupStatements?: Statement[];
  sources: SourceRef[];
  addedAt?: string;
  effectiveFrom?: string;
  effectiveTo?: string;
  /** By relation and direction, such as `changes →`. */
  neighborCounts: Record<string, number>;
  erased?: boolean;
}

export interface Neighbor {
  edge: { id: string; type: string; properties: Record<string, Value> };
  direction: "in" | "out";
  node: NodeRef;
}

/** All that is known of an edge. */
export interface EdgeDetail {
  id: string;
  type: string;
  from: NodeRef;
  to: NodeRef;
  properties: Property[];
  sources: SourceRef[];
  effectiveFrom?: string;
  effectiveTo?: string;
}

export interface EventRecord {
  position: number;
  type: string;
  version: number;
  subject: string;
  entity: string;
  recordedAt: string;
  effectiveAt: string;
  actor?: string;
  actorName?: string;
  client?: string;
  sequence?: number;
  command?: string;
  /** The position of the event that led to the command. */
  cause?: number;
  correlation?: string;
  commandPosition?: number;
  data: Record<string, Value | undefined>;
  summary?: string;
}

export interface Why {
  statement: { key: string; value: Value };
  source: SourceRef;
  events: EventRecord[];
  import?: { id: string; reader: string; location?: string; label?: string };
  actor?: string;
  actorName?: string;
  location?: { file: string; line?: number; commit?: string };
}

export type ExportFormat = "ndjson" | "graphml" | "dot" | "gexf" | "node-link" | "cypher" | "turtle" | "json-ld";

export type ImportState = "running" | "paused" | "applied" | "unchanged" | "cancelled" | "failed" | "reverted" | "reverting" | "done";

export interface ImportRun {
  id: string;
  state: ImportState;
  reader?: string;
  path?: string;
  label?: string;
  progress?: { done: number; total?: number; what?: string };
  events?: number;
  warnings?: Remark[];
  /** How things were understood that are not certain. */
  notes?: Remark[];
  /** The patterns of what is left out of it. */
  excludes?: string[];
  /** What it would change, or changed. */
  diff?: ImportDiff;
  /** Its sources, in the order of their reading. */
  parts?: ImportPart[];
  error?: string;
  startedAt?: string;
  finishedAt?: string;
}

export interface Amount {
  nodes: number;
  edges: number;
}

export type DiffKind = "added" | "changed" | "withdrawn";

export interface ImportDiff {
  added: Amount;
  changed: Amount;
  withdrawn: Amount;
  types?: { kind: DiffKind; type: string; edge: boolean; count: number }[];
  examples: { kind: DiffKind; name: string; type?: string; edge?: boolean }[];
}

export interface Remark {
  where: string;
  what: string;
}

export interface ImportPart {
  importId: string;
  source: string;
  reader: string;
  location: string;
  label?: string;
  state: ImportState;
  diff: ImportDiff;
  error?: string;
}

/** A field of a thing on which two or more differ. */
export interface Disagreement {
  thing: string;
  isEdge: boolean;
  name: string;
  kind: "existence" | "name" | "group" | "type" | "property";
  key?: string;
  /** All, the shown one first. */
  statements: Statement[];
}

/** A thing in short, as suggestions name it. */
export interface Likeness {
  id: string;
  name?: string;
  types: string[];
}

/** Two things that are probably the same thing. */
export interface Suggestion {
  survivor: Likeness;
  absorbed: Likeness;
  kind: string;
  /** In percent. */
  score: number;
  reason: string;
  evidence: string[];
}

export interface Suggestions {
  position: number;
  suggestions: Suggestion[];
  cursor?: string;
  /** In all, by kind. */
  counts: Record<string, number>;
  crowds: number;
  crowdExamples: string[];
}

/** Two things of which somebody said that they are not the same thing. */
export interface Separation {
  one: Likeness;
  other: Likeness;
}

export interface EventCounts {
  position: number;
  from: number;
  count: number;
  start?: string;
  end?: string;
  types: { type: string; count: number }[];
  intervals: { count: number; position: number }[];
}

/** An event, what led to it, and what it led to. */
export interface EventStory {
  position: number;
  event: EventRecord;
  commandEvents: number;
  command: EventRecord[];
  causes: EventRecord[];
  effects: EventRecord[];
}

export type ChangeKind = "added" | "removed" | "changed";

export interface Change {
  kind: ChangeKind;
  thing: string;
  isEdge: boolean;
  name: string;
  types?: string[];
  /** Where the file is that it stands in, or that it is. */
  path?: string;
  /** Of an edge: what it leaves, and what it enters. */
  from?: NodeRef;
  to?: NodeRef;
}

/** What differs between two moments. */
export interface Changes extends Record<ChangeKind, Amount> {
  position: number;
  since: number;
  /** How many of each type. */
  totals?: { kind: ChangeKind; isEdge: boolean; type: string; count: number }[];
  changes: Change[];
}

export interface Source {
  id: string;
  label: string;
  reader?: string;
  location?: string;
  trust: number;
  imports: { id: string; state: ImportState; position: number; startedAt?: string; nodes?: number; edges?: number }[];
  forgotten: boolean;
}

export interface CommandAnswer {
  status: "accepted" | "rejected" | "refused";
  position: number;
  events?: EventRecord[];
  duplicate?: boolean;
  code?: string;
  reason?: string;
  /** The ids of new things, which the server gave. */
  given?: Record<string, string>;
}

/** Lines of the file that a source states of a thing, as the file is now. */
export interface Excerpt {
  file: string;
  /** The number of the first line, from 1. */
  first: number;
  lines: string[];
  line?: number;
  modifiedAt: string;
}

/** A thing as the row of a table. */
export interface Row {
  node: NodeRef;
  neighbors: number;
  changedAt: string;
  properties: Record<string, Value>;
}

export interface PropertyUse {
  key: string;
  /** How many nodes of the type have it. */
  count: number;
  kind?: string;
  mandatory?: boolean;
  /** It is a number, where it is found first. */
  numeric?: boolean;
}

export interface Term {
  term: string;
  label: string;
  /** What it means. */
  description?: string;
  relation: boolean;
  standing: "proposed" | "accepted" | "rejected";
  count: number;
  properties: PropertyUse[];
}

export interface NewCommand {
  type: string;
  data: Record<string, Value>;
  /** Position that its author was looking at. */
  basedOn?: number;
}
