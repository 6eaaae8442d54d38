import type { EventRecord, Workspace } from "../api/contract";
import type { Connection } from "../api/follow";
import { store } from "./store";

export interface Notice {
  number: number;
  /** Of these only problems stay until they are read. */
  kind: "done" | "told" | "problem";
  text: string;
  retry?: () => void;
  /** How trying again, and leaving it, are called where that says more: “Keep mine”, “Keep theirs”. */
  choices?: { retry: string; read: string };
  /** It was read, and is not tried again. */
  read?: () => void;
  /** Takes back what was done. */
  undo?: () => void;
}

/** What the page knows of the server now. */
export interface Session {
  workspaces: Workspace[] | null;
  problem: string | null;
  /** A workspace is open: what asks of it may be shown. */
  open: boolean;
  connection: Connection;
  /** True once it was live: only then is being away news. */
  wasLive: boolean;
  /** The last position heard of. */
  position: number;
  notices: Notice[];
  /** Commands of one's own on their way. */
  sending: number;
}

export const session = store<Session>({ workspaces: null, problem: null, open: false, connection: "connecting", wasLive: false, position: 0, notices: [], sending: 0 });

/** The last events, oldest first; older ones are asked for when scrolled to. */
export interface Stream {
  events: EventRecord[];
  paused: boolean;
  /** Those that came during the pause. */
  waiting: EventRecord[];
}

export const stream = store<Stream>({ events: [], paused: false, waiting: [] });

export const mostKept = 20_000;

let notices = 0;

/** As many are shown of what was done; problems stay until they are read. */
const mostDone = 3;

function withNotice(all: readonly Notice[], notice: Notice): Notice[] {
  // The same problem twice is one, unless each can be tried again.
  const others = all.filter((n) => n.kind === "done" || n.text !== notice.text || n.retry !== undefined);
  const done = others.filter((n) => n.kind !== "problem").slice(-mostDone);
  return [...others.filter((n) => n.kind === "problem" || done.includes(n)), notice];
}

/** A notice with something to click stays longer. */
const undoableMs = 10_000;

/** Says what was done, with a way to take it back. */
export function notifyDone(text: string, undo: () => void): void {
  const notice: Notice = { number: ++notices, kind: "done", text, undo };
  session.put((s) => ({ notices: withNotice(s.notices, notice) }));
  setTimeout(() => dismiss(notice.number), undoableMs);
}

export function notify(kind: Notice["kind"], text: string, retry?: () => void, read?: () => void, choices?: Notice["choices"]): void {
  const notice: Notice = { number: ++notices, kind, text, ...(retry ? { retry } : {}), ...(read ? { read } : {}), ...(choices ? { choices } : {}) };
  session.put((s) => ({ notices: withNotice(s.notices, notice) }));
  if (kind !== "problem") setTimeout(() => dismiss(notice.number), 4000);
}

/** After an undo by keys a notice must not offer to take back what is taken back already; the keys go on. */
export function dismissUndoable(): void {
  session.put((s) => ({ notices: s.notices.filter((n) => !n.undo) }));
}

export function dismiss(number: number): void {
  session.put((s) => ({ notices: s.notices.filter((n) => n.number !== number) }));
}
