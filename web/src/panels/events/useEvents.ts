import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { EventRecord } from "../../api/contract";
import { messageOf } from "../../look/message";
import { session, stream } from "../../state/session";
import { useStore } from "../../state/store";
import { api } from "../../state/workspace";
import { fits, queryOfFilter, type EventFilter } from "./filter";
import { EventPages } from "./pages";

/** A list of events, the latest first; what is not there yet is undefined. */
export interface EventList {
  count: number;
  /** There may be more behind the last. */
  more: boolean;
  at: (row: number) => EventRecord | undefined;
  onRange: (first: number, last: number) => void;
  problem: string | null;
  /** Up to which position all was looked through; null: to the first. */
  lookedTo: number | null;
}

const around = 60;
/** What one flies past on the scroll bar is not asked for: only where it rests this long. */
const restMs = 80;

/** All events up to a position, brought in where one looks. */
export function useAllEvents(last: number, workspace: string | null): EventList {
  const [, drawn] = useReducer((n: number) => n + 1, 0);
  const [problem, setProblem] = useState<string | null>(null);
  // Another workspace has other pages.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const pages = useMemo(() => new EventPages(async (from, to) => (await api().events(from, to)).events), [workspace]);
  const live = useStore(stream, (s) => s.events);
  const liveFrom = live[0]?.position ?? Infinity;
  const range = useRef({ first: 0, last: around });
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const bring = useCallback((): void => {
    const { first, last: end } = range.current;
    const [from, to] = [last - end - around + 1, Math.min(last - first + around, liveFrom - 1)];
    if (to < Math.max(1, from)) return;
    pages.want(from, to, last).then(
      (came) => {
        setProblem(null);
        if (came) drawn();
      },
      (error: unknown) => setProblem(messageOf(error)),
    );
  }, [pages, last, liveFrom]);
  useEffect(() => {
    bring();
    return () => clearTimeout(resting.current);
  }, [bring]);
  const onRange = useCallback(
    (first: number, end: number): void => {
      const far = Math.abs(first - range.current.first) > around;
      range.current = { first, last: end };
      clearTimeout(resting.current);
      if (far) resting.current = setTimeout(bring, restMs);
      else bring();
    },
    [bring],
  );
  const at = (row: number): EventRecord | undefined => {
    const position = last - row;
    return position >= liveFrom ? live[position - liveFrom] : pages.at(position);
  };
  return { count: last, more: false, at, onRange, problem, lookedTo: null };
}

const pageRows = 200;

interface Found {
  key: string;
  events: EventRecord[];
  /** Where the next page begins; undefined: there is none. */
  next: number | undefined;
  /** The last position that was looked at when it was asked. */
  upTo: number;
  problem: string | null;
}

/** The events that are wanted, looked for from the latest back, as far as one scrolls. */
export function useWantedEvents(filter: EventFilter, last: number, workspace: string | null): EventList {
  const query = queryOfFilter(filter);
  const key = `${workspace ?? ""} ${JSON.stringify(query)}`;
  const nothing: Found = { key, events: [], next: undefined, upTo: 0, problem: null };
  const [kept, setFound] = useState<Found>({ ...nothing, key: "" });
  const found = kept.key === key ? kept : nothing;
  const asking = useRef<AbortController | null>(null);
  const load = useCallback(
    async (before: number | undefined, former: EventRecord[], upTo: number): Promise<void> => {
      asking.current?.abort();
      const abort = new AbortController();
      asking.current = abort;
      const wanted = JSON.parse(key.slice(key.indexOf(" ") + 1)) as NonNullable<typeof query>;
      try {
        const answer = await api().latestEvents({ ...wanted, ...(before === undefined ? {} : { to: before }) }, pageRows, abort.signal);
        if (!abort.signal.aborted) setFound({ key, events: [...former, ...answer.events], next: answer.next, upTo: upTo || answer.position, problem: null });
      } catch (error) {
        if (!abort.signal.aborted) setFound((f) => ({ ...(f.key === key ? f : { key, events: [], next: undefined, upTo: 0 }), problem: messageOf(error) }));
      } finally {
        if (asking.current === abort) asking.current = null;
      }
    },
    [key],
  );
  const narrowed = query !== null;
  useEffect(() => {
    if (narrowed) queueMicrotask(() => void load(undefined, [], 0));
    return () => asking.current?.abort();
  }, [load, narrowed]);
  // Where nothing was found yet, it is looked for further back by itself, as far as the first event.
  const further = narrowed && found.events.length === 0 && found.problem === null ? found.next : undefined;
  useEffect(() => {
    if (further !== undefined) queueMicrotask(() => void load(further, [], found.upTo));
  }, [further, load, found.upTo]);
  const live = useStore(stream, (s) => s.events);
  const fresh = useMemo(() => (found.upTo === 0 ? [] : live.filter((e) => e.position > found.upTo && e.position <= last && fits(e, filter)).reverse()), [live, found.upTo, last, filter]);
  const events = fresh.length > 0 ? [...fresh, ...found.events] : found.events;
  const onRange = (_first: number, end: number): void => {
    if (end >= events.length - 20 && found.next !== undefined && asking.current === null) void load(found.next, found.events, found.upTo);
  };
  return { count: events.length, more: found.next !== undefined || (narrowed && found.upTo === 0 && found.problem === null), at: (row) => events[row], onRange, problem: found.problem, lookedTo: found.next ?? null };
}

/** The last position that is shown: it stands still during a pause. */
export function useLastShown(): { last: number; waiting: number } {
  const position = useStore(session, (s) => s.position);
  const paused = useStore(stream, (s) => s.paused);
  const [held, hold] = useState<number | null>(null);
  if (paused && held === null) hold(position);
  if (!paused && held !== null) hold(null);
  const last = paused ? (held ?? position) : position;
  return { last, waiting: position - last };
}
