import { Button, CloseButton, Group, Progress } from "@mantine/core";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { formFor } from "../../actions/formFor";
import { previewImport } from "../../actions/previewImport";
import { sendFiles, type Sending } from "../../actions/sendFiles";
import { startImport } from "../../actions/startImport";
import type { ImportRun } from "../../api/contract";
import { Dialog } from "../../look/Dialog";
import { number } from "../../look/format";
import { messageOf } from "../../look/message";
import { Problem } from "../../look/Problem";
import { close } from "../../state/dialogs";
import { incoming, type Incoming } from "../../state/incoming";
import { session } from "../../state/session";
import { takeBackOpen } from "../../state/workspace";
import { ChoosePlace } from "./ChoosePlace";
import { DiffView } from "./DiffView";
import { LeaveOut } from "./LeaveOut";
import { Run } from "./Run";
import { patterns, typed } from "./excludes";
import { isElsewhere } from "./pasted";
import classes from "./Imports.module.css";

type Stage = { at: "choose" } | { at: "sending"; sent: Sending; of: Sending } | { at: "reading" } | { at: "diff"; path: string; run: ImportRun } | { at: "running"; id: string };

/** Brings something in: first what would come, then the import itself, which can be stopped and taken back. */
export default function ImportDialog(): ReactElement {
  const [what, setWhat] = useState<Incoming | null>(() => incoming.get().what);
  const [stage, setStage] = useState<Stage>({ at: "choose" });
  const [problem, setProblem] = useState<string | null>(() => incoming.get().problem);
  /** What is to be left out; null: what was left out before. */
  const [out, setOut] = useState<string | null>(null);
  const excludes = useRef<string[]>(undefined);
  const leaveOut = (text: string): void => {
    setOut(text);
    excludes.current = patterns(text);
  };
  const asking = useRef<AbortController | null>(null);

  const preview = async (wanted: Incoming): Promise<void> => {
    asking.current?.abort();
    const abort = new AbortController();
    asking.current = abort;
    setWhat(wanted);
    setProblem(null);
    const before = session.get().workspaces?.length;
    try {
      // On the first page there is no workspace yet that could read.
      const refused = await formFor(wanted.kind === "files" ? wanted.name : wanted.path);
      if (refused !== null) throw new Error(refused);
      let path: string;
      if (wanted.kind === "files") {
        const of = { files: wanted.files.length, bytes: wanted.files.reduce((sum, f) => sum + f.content.size, 0) };
        setStage({ at: "sending", sent: { files: 0, bytes: 0 }, of });
        path = await sendFiles(wanted.name, wanted.files, abort.signal, (sent) => {
          if (!abort.signal.aborted) setStage({ at: "sending", sent, of });
        });
      } else path = wanted.path;
      setStage({ at: "reading" });
      const answer = await previewImport(path, excludes.current, abort.signal);
      if (asking.current !== abort) return;
      if (typeof answer === "string") throw new Error(answer);
      setStage({ at: "diff", path, run: answer });
    } catch (error) {
      // What cannot be read leaves no workspace that was formed for it alone.
      if (before === 0) await takeBackOpen().catch(() => undefined);
      if (asking.current !== abort) return;
      setProblem(abort.signal.aborted ? "You stopped it; nothing was imported." : messageOf(error));
      setStage({ at: "choose" });
    }
  };
  useEffect(() => {
    // Nothing is fetched from elsewhere before somebody says so here.
    const take = (wanted: Incoming): void => {
      if (wanted.kind !== "path" || !wanted.elsewhere) return void preview(wanted);
      asking.current?.abort();
      asking.current = null;
      setWhat(wanted);
      setProblem(null);
      setStage({ at: "choose" });
    };
    const first = incoming.get().what;
    incoming.put({ what: null, problem: null });
    if (first) queueMicrotask(() => take(first));
    // Something else is dropped while the dialog is open.
    return incoming.subscribe(() => {
      const { what: next, problem: wrong } = incoming.get();
      if (next === null && wrong === null) return;
      incoming.put({ what: null, problem: null });
      if (next) take(next);
      else setProblem(wrong);
    });
  }, []);
  useEffect(() => () => asking.current?.abort(), []);

  const begin = async (path: string): Promise<void> => {
    const answer = await startImport(path, what?.kind === "files" ? what.name : undefined, excludes.current);
    if ("problem" in answer) setProblem(answer.problem);
    else setStage({ at: "running", id: answer.id });
  };
  const name = what === null ? "" : what.kind === "files" ? what.name : what.path;
  const nothing = stage.at === "diff" && stage.run.diff !== undefined && [stage.run.diff.added, stage.run.diff.changed, stage.run.diff.withdrawn].every((a) => a.nodes + a.edges === 0);
  return (
    <Dialog label="Import" size={stage.at === "diff" ? 680 : 560} onClose={close}>
      <div className={`row ${classes.title}`}>
        <h2 className="grow cut" dir="auto">
          {stage.at === "choose" ? "Import" : `Import ${name}`}
        </h2>
        <CloseButton aria-label="Close this dialog" onClick={close} />
      </div>
      {stage.at === "choose" && <ChoosePlace key={what?.kind === "path" ? what.path : ""} first={what?.kind === "path" ? what.path : ""} problem={problem} onProblem={setProblem} onChoose={(wanted) => void preview(wanted)} />}
      {stage.at === "choose" && <LeaveOut value={out ?? ""} onChange={leaveOut} />}
      {stage.at === "sending" && <Waiting label={`Sending ${number(stage.sent.files)} of ${number(stage.of.files)} ${stage.of.files === 1 ? "file" : "files"} to the server…`} part={stage.of.bytes === 0 ? 100 : (100 * stage.sent.bytes) / stage.of.bytes} onStop={() => asking.current?.abort()} />}
      {stage.at === "reading" && <Waiting label={what?.kind === "path" && isElsewhere(what.path) ? "Fetching it, then reading without storing anything…" : "Reading, without storing anything…"} part={null} onStop={() => asking.current?.abort()} />}
      {stage.at === "running" && <Run id={stage.id} />}
      {stage.at === "diff" && (
        <>
          {what?.kind === "files" && what.left.length > 0 && <p className={classes.assurance}>Not sent: {what.left.join(", ")}. For the history of a repository, give the path of its folder on the server’s machine.</p>}
          {stage.run.diff && <DiffView run={stage.run} diff={stage.run.diff} />}
          <LeaveOut value={out ?? typed(stage.run.excludes ?? [])} onChange={leaveOut} />
          <Problem className={classes.problem} text={problem} />
          <Group justify="flex-end" gap="xs" className={classes.footer}>
            <Button variant="subtle" color="gray" onClick={() => setStage({ at: "choose" })}>
              Something else
            </Button>
            {what && (
              <Button variant="light" onClick={() => void preview(what)}>
                Look again
              </Button>
            )}
            {nothing ? (
              <Button onClick={close} data-autofocus>
                Done
              </Button>
            ) : (
              <Button onClick={() => void begin(stage.path)} data-autofocus>
                Import
              </Button>
            )}
          </Group>
        </>
      )}
    </Dialog>
  );
}

function Waiting({ label, part, onStop }: { label: string; part: number | null; onStop: () => void }): ReactElement {
  return (
    <>
      <div role="status">{label}</div>
      <Progress value={part ?? 100} animated={part === null} mt="sm" aria-label={label} />
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" color="gray" onClick={onStop}>
          Stop
        </Button>
      </Group>
    </>
  );
}
