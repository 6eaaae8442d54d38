import { Button, TextInput } from "@mantine/core";
import { useRef, useState, type ClipboardEvent, type ReactElement, type SyntheticEvent } from "react";
import { Problem } from "../../look/Problem";
import type { Incoming } from "../../state/incoming";
import { Icon } from "../../look/icons";
import { chosen } from "./dropped";
import { understand } from "./pasted";
import classes from "./Imports.module.css";

interface Props {
  first: string;
  problem: string | null;
  onProblem: (problem: string | null) => void;
  onChoose: (what: Incoming) => void;
}

/** The ways to say what is to be read: a path, files of this machine, or what one pastes. */
export function ChoosePlace({ first, problem, onProblem, onChoose }: Props): ReactElement {
  const [path, setPath] = useState(first);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const found = understand(path);
    onChoose({ kind: "path", path: found.kind === "path" ? found.path : path.trim() });
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData("text/plain");
    if (!text.trim().includes("\n")) return;
    // More than a line is no path: it is the content itself.
    event.preventDefault();
    const found = understand(text);
    if (found.kind === "file") onChoose(asFile(found.name, text));
    else if (found.kind === "unreadable") onProblem(found.problem);
  };
  const choose = (list: FileList | null): void => {
    if (!list || list.length === 0) return;
    const what = chosen(list);
    if ("problem" in what) onProblem(what.problem);
    else onChoose(what);
  };
  return (
    <form onSubmit={submit}>
      <div className={classes.path}>
        <TextInput
          className="grow"
          label="Folder, Git repository or file"
          description="A path on the machine that the server runs on, or an address that it fetches from; or paste a table, JSON, or a diagram."
          placeholder="/home/you/project or https://…/project.git"
          value={path}
          onChange={(event) => {
            setPath(event.currentTarget.value);
            onProblem(null);
          }}
          onPaste={paste}
          error={problem !== null}
          required
          data-autofocus
        />
        <Button type="submit">See what would come</Button>
      </div>
      <Problem className={classes.problem} text={problem} />
      <div className={classes.drop}>
        <Icon name="download" size={22} />
        <div>Or drop files or a folder of this computer anywhere on the page</div>
        <div className={classes.buttons}>
          <Button size="compact-sm" variant="light" onClick={() => files.current?.click()}>
            Choose files
          </Button>
          <Button size="compact-sm" variant="light" onClick={() => folder.current?.click()}>
            Choose a folder
          </Button>
        </div>
        <input ref={files} type="file" multiple hidden aria-label="Files to import" onChange={(e) => choose(e.currentTarget.files)} />
        <input ref={folder} type="file" hidden aria-label="Folder to import" {...{ webkitdirectory: "" }} onChange={(e) => choose(e.currentTarget.files)} />
      </div>
      <p className={classes.assurance}>You see first what would be added, changed and withdrawn; the graph changes only when you say so, and every import can be taken back.</p>
    </form>
  );
}

/** A text as a file that is to be sent. */
export function asFile(name: string, text: string): Incoming {
  return { kind: "files", name, files: [{ path: name, content: new Blob([text]) }], left: [] };
}
