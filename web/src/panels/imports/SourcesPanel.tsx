import { Badge, Button, Loader } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { cancelImport } from "../../actions/cancelImport";
import { revertImport } from "../../actions/revertImport";
import type { Source } from "../../api/contract";
import { moment, number } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { dialogs } from "../../state/dialogs";
import { notify, stream } from "../../state/session";
import { useStore } from "../../state/store";
import { api } from "../../state/workspace";
import classes from "./Imports.module.css";

/** Where the content comes from, and each reading of it. */
export function SourcesPanel(): ReactElement {
  const edition = useStore(stream, (s) => s.events.findLast((e) => e.type.startsWith("sources."))?.position ?? 0);
  const [round, again] = useState(0);
  const { value, problem, slow } = useAnswer(`${edition} ${round}`, "sources", (signal) => api().sources(signal));
  const act = async (action: (id: string) => Promise<string | null>, id: string): Promise<void> => {
    const refused = await action(id);
    if (refused !== null) notify("problem", refused);
    again((r) => r + 1);
  };
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Sources">
      {slow && !value && <Loader size="sm" aria-label="Loading" />}
      {problem !== null && <p className={classes.problem}>{problem}</p>}
      {value?.sources.length === 0 && <p className="muted">Nothing was imported yet.</p>}
      {value?.sources.map((source) => (
        <SourceCard key={source.id} source={source} act={act} />
      ))}
      <Button variant="light" fullWidth mt="sm" onClick={() => dialogs.put({ open: "import" })}>
        Import something
      </Button>
    </div>
  );
}

function SourceCard({ source, act }: { source: Source; act: (action: (id: string) => Promise<string | null>, id: string) => Promise<void> }): ReactElement {
  const latest = source.imports.findLast((i) => i.state === "applied");
  return (
    <section className={classes.source} aria-label={source.label}>
      <div className="row">
        <strong className="grow cut">{source.label}</strong>
        {source.forgotten && <Badge color="gray">forgotten</Badge>}
      </div>
      <div className={`small muted ${classes.place}`}>{[source.reader, source.location].filter(Boolean).join(" · ")}</div>
      <ol className={classes.imports}>
        {[...source.imports].reverse().map((i) => (
          <li key={i.id}>
            <span className="grow">
              {i.state}
              <span className="small muted">
                {i.startedAt && ` · ${moment(i.startedAt)}`}
                {i.nodes !== undefined && ` · ${number(i.nodes)} nodes`}
              </span>
            </span>
            {i.state === "running" && (
              <Button size="compact-xs" color="red" variant="subtle" onClick={() => void act(cancelImport, i.id)}>
                Cancel
              </Button>
            )}
            {i.id === latest?.id && (
              <Button size="compact-xs" color="gray" variant="subtle" onClick={() => void act(revertImport, i.id)}>
                Take back
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
