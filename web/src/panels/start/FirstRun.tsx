import { Button, Progress, TextInput } from "@mantine/core";
import { useEffect, useState, type SyntheticEvent, type ReactElement } from "react";
import { formWorkspace } from "../../actions/formWorkspace";
import { openExample } from "../../actions/openExample";
import { openImport } from "../../actions/openImport";
import { openWorkspace } from "../../actions/openWorkspace";
import { takeTour } from "../../actions/takeTour";
import type { ImportRun } from "../../api/contract";
import { number } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { Icon } from "../../look/icons";
import { Problem } from "../../look/Problem";
import { session } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api } from "../../state/workspace";
import classes from "./Start.module.css";

/** The first thing a new user sees: no workspace yet, one with nothing in it, or one that is not there. */
export default function FirstRun(): ReactElement {
  const all = useStore(session, (s) => s.workspaces) ?? [];
  const problem = useStore(session, (s) => s.problem);
  return (
    <div className={classes.first}>
      <section className={`card ${classes.welcome}`} aria-labelledby="welcome">
        <img src="/icon.svg" width="44" height="44" alt="" />
        {problem !== null ? <Lost problem={problem} names={all.map((w) => w.name)} /> : all.length === 0 ? <FormOne /> : <FillOne />}
      </section>
    </div>
  );
}

function FormOne(): ReactElement {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setProblem(await formWorkspace(name.trim()));
  };
  return (
    <>
      <h1 id="welcome">Turn what you have into a living graph</h1>
      <p className="muted">Repositories, documents, tables: every change becomes an event, so everything can be seen, asked, corrected and replayed.</p>
      <div className={classes.drop}>
        <Icon name="download" size={22} />
        <span>
          <strong>Drop files or a folder anywhere on this page</strong>
          <br />
          You see first what would come, then decide.
          <br />
          <button type="button" className={`plain ${classes.link}`} onClick={openImport.run}>
            Or name a folder, a repository or a file
          </button>
        </span>
      </div>
      <form className={classes.form} onSubmit={(e) => void submit(e)}>
        <TextInput className="grow" label="Name of the workspace" description="Or begin with an empty one, and fill it by hand." placeholder="demo" value={name} onChange={(e) => setName(e.currentTarget.value.toLowerCase().replace(/\s/g, "-"))} error={problem !== null} autoFocus required />
        <Button type="submit">Form it</Button>
      </form>
      <Problem className={classes.problem} text={problem} />
      <ul className={classes.steps}>
        <li>
          or{" "}
          <button type="button" className={`plain ${classes.link}`} onClick={openExample.run}>
            open the example
          </button>
          : a made-up ferry company, its services, people and decisions over three years
        </li>
        <li>
          or in a terminal: <code>./alchemist open ~/my-project</code>
        </li>
      </ul>
    </>
  );
}

/** How long after an answer it is asked again what is being read. */
const askAgainMs = 500;

function FillOne(): ReactElement {
  const [round, again] = useState(0);
  const { value } = useAnswer(String(round), "running imports", (signal) => api().imports(signal));
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => again((r) => r + 1), askAgainMs);
    return () => clearTimeout(timer);
  }, [value]);
  const run = value?.imports.find((i) => i.state === "running" || i.state === "paused");
  if (run !== undefined) return <Filling run={run} />;
  return (
    <>
      <h1 id="welcome">There is nothing here yet</h1>
      <p className="muted">Name a folder, a Git repository or a file, or drop files anywhere on this page: you see first what would come, then decide. Every import can be taken back.</p>
      <div className={classes.choices}>
        <Button onClick={openImport.run}>Import something</Button>
        <Button variant="light" onClick={openExample.run}>
          Open the example
        </Button>
      </div>
      <ul className={classes.steps}>
        <li>
          or{" "}
          <button type="button" className={`plain ${classes.link}`} onClick={takeTour.run}>
            take a tour
          </button>{" "}
          of what is where
        </li>
        <li>
          or in a terminal: <code>./alchemist open ~/my-project</code>
        </li>
      </ul>
    </>
  );
}

/** What is being read: it appears on the map as soon as something of it is there. */
function Filling({ run }: { run: ImportRun }): ReactElement {
  const progress = run.progress;
  return (
    <>
      <h1 id="welcome">Reading {run.label ?? run.path}</h1>
      <p className="muted">What is read appears here as it comes; you can look around meanwhile.</p>
      <Progress value={progress?.total ? (100 * progress.done) / progress.total : 100} animated={!progress?.total} mt="sm" aria-label="How far the import is" />
      <p className="small muted" role="status">
        {progress && `${progress.done ? number(progress.done) : ""}${progress.total ? ` of ${number(progress.total)}` : ""} ${progress.what ?? ""}`.trim()}
      </p>
    </>
  );
}

function Lost({ problem, names }: { problem: string; names: string[] }): ReactElement {
  const wanted = useStore(view, (v) => v.workspace);
  const [refused, tell] = useState<string | null>(null);
  return (
    <>
      <h1 id="welcome">Not found</h1>
      <p className="muted">{problem}</p>
      <div className={classes.choices}>
        {names.map((name) => (
          <Button key={name} variant="light" onClick={() => openWorkspace(name)}>
            {name}
          </Button>
        ))}
        {wanted !== null && (
          <Button variant={names.length > 0 ? "subtle" : "light"} onClick={() => void formWorkspace(wanted).then(tell)}>
            Form {wanted}
          </Button>
        )}
        <Button component="a" href="/" variant="subtle">
          Start page
        </Button>
      </div>
      <Problem className={classes.problem} text={refused} />
    </>
  );
}
