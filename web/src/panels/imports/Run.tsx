import { Button, Group, Progress } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { cancelImport } from "../../actions/cancelImport";
import { pauseImport } from "../../actions/pauseImport";
import { resumeImport } from "../../actions/resumeImport";
import { revertImport } from "../../actions/revertImport";
import type { ImportRun, ImportState } from "../../api/contract";
import { number } from "../../look/format";
import { messageOf } from "../../look/message";
import { Problem } from "../../look/Problem";
import { close } from "../../state/dialogs";
import { api } from "../../state/workspace";
import { Remarks } from "./DiffView";
import { placeText } from "./places";
import classes from "./Imports.module.css";

const everyMs = 400;

const said: Record<ImportState, string> = {
  running: "Reading…",
  paused: "Paused: what was read so far is in the graph.",
  done: "Done.",
  applied: "Applied: it is in the graph.",
  unchanged: "Nothing had changed since the last import.",
  cancelled: "Cancelled: what had come was taken back.",
  failed: "It failed; what had come was taken back.",
  reverted: "Taken back: the graph is as it was before.",
  reverting: "Being taken back…",
};

/** An import on its way: how far it is, and the ways to stop it or take it back. */
export function Run({ id }: { id: string }): ReactElement {
  const [run, setRun] = useState<ImportRun | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, again] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      try {
        const found = await api().importRun(id, abort.signal);
        setRun(found);
        setProblem(null);
        if (found.state !== "running" && found.state !== "paused" && found.state !== "reverting") return;
      } catch (error) {
        if (abort.signal.aborted) return;
        setProblem(messageOf(error));
      }
      timer = setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [id, round]);
  const act = async (action: (id: string) => Promise<string | null>): Promise<void> => {
    setProblem(await action(id));
    again((r) => r + 1);
  };
  const paused = run?.state === "paused";
  const running = run === null || run.state === "running" || paused || run.state === "reverting";
  const part = run?.progress?.total ? (100 * run.progress.done) / run.progress.total : 100;
  return (
    <div>
      <div role="status">{said[run?.state ?? "running"]}</div>
      {running && <Progress value={part} animated={part >= 100 && !paused} mt="sm" aria-label="How far the import is" />}
      <div className={`small muted ${classes.far}`}>
        {run?.path !== undefined && placeText(run.path)}
        {running && run?.progress && ` · ${number(run.progress.done)}${run.progress.total ? ` of ${number(run.progress.total)}` : ""} ${run.progress.what ?? ""}`}
        {run?.events !== undefined && ` · ${number(run.events)} events`}
      </div>
      <Problem className={classes.problem} text={run?.error} />
      <Problem className={classes.problem} text={problem} />
      <Remarks title={`${number(run?.warnings?.length ?? 0)} ${run?.warnings?.length === 1 ? "thing was" : "things were"} left out`} counted={false} remarks={run?.warnings ?? []} />
      <Group justify="flex-end" mt="lg" gap="xs">
        {run?.state === "running" && (
          <Button variant="light" onClick={() => void act(pauseImport)}>
            Pause
          </Button>
        )}
        {paused && (
          <Button variant="light" onClick={() => void act(resumeImport)}>
            Resume
          </Button>
        )}
        {(run?.state === "running" || paused) && (
          <Button variant="light" color="red" onClick={() => void act(cancelImport)}>
            Cancel the import
          </Button>
        )}
        {run?.state === "applied" && (
          <Button variant="subtle" color="gray" onClick={() => void act(revertImport)}>
            Take it back
          </Button>
        )}
        <Button onClick={close}>{running && !paused ? "Go on in the background" : "Close"}</Button>
      </Group>
    </div>
  );
}
