import { useEffect, useState } from "react";
import { ApiProblem } from "../api/client";
import { messageOf } from "../look/message";

export interface Answer<T> {
  value: T | null;
  problem: string | null;
  /** What programs know the problem by, where the server has said it. */
  code: string | null;
  /** Waited for so long that it should be said. */
  slow: boolean;
}

const slowMs = 300;

const nothing = { value: null, problem: null, code: null, slow: false };

/**
 * Asks when `key` is another, and keeps the former answer until the new one is there; null asks nothing. A former
 * answer of another `subject` is not kept: it would be shown as what it is not.
 */
export function useAnswer<T>(key: string | null, subject: string | null, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [state, put] = useState<Answer<T> & { subject: string | null }>({ ...nothing, subject });
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    const slow = setTimeout(() => put((s) => ({ ...(s.subject === subject ? s : { ...nothing, subject }), slow: true })), slowMs);
    // What fails before it asks is a problem like any other, and must not take the page with it.
    new Promise<T>((resolve) => resolve(ask(abort.signal))).then(
      (value) => {
        if (!abort.signal.aborted) put({ ...nothing, value, subject });
      },
      (error: unknown) => {
        if (!abort.signal.aborted) put((s) => ({ value: s.subject === subject ? s.value : null, problem: messageOf(error), code: error instanceof ApiProblem ? error.code : null, slow: false, subject }));
      },
    ).finally(() => clearTimeout(slow));
    return () => {
      abort.abort();
      clearTimeout(slow);
    };
    // `ask` is made anew at each drawing; the key says all that it depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, subject]);
  if (key === null || state.subject !== subject) return { ...nothing, slow: state.subject === subject && state.slow };
  return state;
}
