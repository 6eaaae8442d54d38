import { Button, CloseButton, Group, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent, type ReactElement } from "react";
import { previewImport } from "../../actions/previewImport";
import { startImport } from "../../actions/startImport";
import type { ImportDiff } from "../../api/contract";
import { Dialog } from "../../look/Dialog";
import { close } from "../../state/dialogs";
import { DiffView } from "./DiffView";
import { Run } from "./Run";
import classes from "./Imports.module.css";

type Stage = { at: "path" } | { at: "reading" } | { at: "diff"; diff: ImportDiff } | { at: "running"; id: string };

/** Brings something in: first what would come, then the import itself, which can be stopped and taken back. */
export default function ImportDialog(): ReactElement {
  const [path, setPath] = useState("");
  const [stage, setStage] = useState<Stage>({ at: "path" });
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState<AbortController | null>(null);
  const preview = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    setStage({ at: "reading" });
    const abort = new AbortController();
    setAsking(abort);
    const answer = await previewImport(path.trim(), abort.signal);
    setAsking(null);
    if (typeof answer === "string") {
      setProblem(answer);
      setStage({ at: "path" });
    } else setStage({ at: "diff", diff: answer });
  };
  const begin = async (): Promise<void> => {
    const answer = await startImport(path.trim());
    if ("problem" in answer) setProblem(answer.problem);
    else setStage({ at: "running", id: answer.id });
  };
  return (
    <Dialog label="Import" size={520} onClose={close}>
      <div className={`row ${classes.title}`}>
        <h2 className="grow">Import</h2>
        <CloseButton aria-label="Close this dialog" onClick={close} />
      </div>
      {stage.at === "running" ? (
        <Run id={stage.id} />
      ) : (
        <form onSubmit={(event) => void preview(event)}>
          <TextInput
            label="Folder, Git repository or file"
            description="A path on the machine that the server runs on."
            placeholder="/home/you/project"
            value={path}
            onChange={(event) => {
              setPath(event.currentTarget.value);
              if (stage.at === "diff") setStage({ at: "path" });
            }}
            error={problem}
            required
            data-autofocus
          />
          {stage.at === "diff" && <DiffView diff={stage.diff} />}
          <Group justify="flex-end" mt="lg" gap="xs">
            {stage.at === "reading" ? (
              <Button variant="subtle" color="gray" onClick={() => asking?.abort()}>
                Stop reading
              </Button>
            ) : (
              <Button variant="subtle" color="gray" onClick={close}>
                Cancel
              </Button>
            )}
            <Button type="submit" variant={stage.at === "diff" ? "light" : "filled"} loading={stage.at === "reading"}>
              {stage.at === "diff" ? "Look again" : "See what would come"}
            </Button>
            {stage.at === "diff" && <Button onClick={() => void begin()}>Import</Button>}
          </Group>
          {stage.at === "path" && <p className={classes.assurance}>Nothing is stored yet: you see first what would be added, changed and withdrawn.</p>}
        </form>
      )}
    </Dialog>
  );
}
