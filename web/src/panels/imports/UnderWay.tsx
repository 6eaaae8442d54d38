import { Button, Progress } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { cancelImport } from "../../actions/cancelImport";
import { pauseImport } from "../../actions/pauseImport";
import { resumeImport } from "../../actions/resumeImport";
import type { ImportRun } from "../../api/contract";
import { number } from "../../look/format";
import { api } from "../../state/workspace";
import classes from "./Imports.module.css";

const everyMs = 1000;

interface Props {
  /** Asks again when it changes. */
  edition: string;
  act: (action: (id: string) => Promise<string | null>, id: string) => Promise<void>;
}

/** How far it is, in words. */
function farText({ state, progress }: ImportRun): string {
  const count = progress === undefined || (progress.done === 0 && !progress.total) ? "" : progress.total ? `${number(progress.done)} of ${number(progress.total)}` : number(progress.done);
  return [state === "paused" ? "paused" : "", `${progress?.what ?? ""} ${count}`.trim()].filter((t) => t !== "").join(" · ");
}

/** What is being read now or is paused, and the ways to halt it, go on or cancel it. */
export function UnderWay({ edition, act }: Props): ReactElement | null {
  const [runs, setRuns] = useState<ImportRun[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      try {
        const { imports } = await api().imports(abort.signal);
        // What the log alone knows to be running is not this process's to halt.
        const going = imports.filter((i) => (i.state === "running" || i.state === "paused") && i.progress !== undefined);
        setRuns(going);
        if (!going.some((i) => i.state === "running")) return;
      } catch {
        if (abort.signal.aborted) return;
      }
      timer = setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [edition]);
  if (runs.length === 0) return null;
  return (
    <section className={classes.source} aria-label="Being read">
      {runs.map((run) => (
        <div key={run.id}>
          <div className="row">
            <strong className="grow cut" dir="auto">
              {run.label}
            </strong>
            {run.state === "running" ? (
              <Button size="compact-xs" variant="light" onClick={() => void act(pauseImport, run.id)}>
                Pause
              </Button>
            ) : (
              <Button size="compact-xs" variant="light" onClick={() => void act(resumeImport, run.id)}>
                Resume
              </Button>
            )}
            <Button size="compact-xs" color="red" variant="subtle" onClick={() => void act(cancelImport, run.id)}>
              Cancel
            </Button>
          </div>
          <div className="small muted" role="status">
            {farText(run)}
          </div>
          {run.progress?.total ? <Progress value={(100 * run.progress.done) / run.progress.total} size="xs" mt={4} aria-label="How far the import is" /> : null}
        </div>
      ))}
    </section>
  );
}
