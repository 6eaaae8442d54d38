import { Button, Loader } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { openImport } from "../../actions/openImport";
import { trustSources } from "../../actions/trustSources";
import { number } from "../../look/format";
import { Problem } from "../../look/Problem";
import { useAnswer } from "../../state/answer";
import { notify, stream } from "../../state/session";
import { useStore } from "../../state/store";
import { api } from "../../state/workspace";
import { Disagreements } from "./Disagreements";
import { Sameness } from "./Sameness";
import { SourceCard } from "./SourceCard";
import { UnderWay } from "./UnderWay";
import { byTrust, moved } from "./trust";
import classes from "./Imports.module.css";

/** Where the content comes from, each reading of it, whose word counts more, and where they disagree. */
export function SourcesPanel(): ReactElement {
  const edition = useStore(stream, (s) => s.events.findLast((e) => e.type.startsWith("sources."))?.position ?? 0);
  const [round, again] = useState(0);
  const [settling, setSettling] = useState<"no" | "differing" | "same">("no");
  const { value, problem, slow } = useAnswer(`${edition} ${round}`, "sources", (signal) => api().sources(signal));
  const disagreements = useAnswer(`${edition} ${round}`, "disagreements", (signal) => api().stats(signal)).value?.disagreements;
  const differing = typeof disagreements === "number" ? disagreements : 0;
  const alike = useAnswer(`${edition} ${round}`, "alike", (signal) => api().suggestions("", 0, 1, signal)).value?.counts ?? {};
  const same = Object.values(alike).reduce((sum, count) => sum + count, 0);
  const back = (): void => {
    setSettling("no");
    again((r) => r + 1);
  };
  if (settling === "differing") return <Disagreements onBack={back} />;
  if (settling === "same") return <Sameness onBack={back} />;
  const act = async (action: (id: string) => Promise<string | null>, id: string): Promise<void> => {
    const refused = await action(id);
    if (refused !== null) notify("problem", refused);
    again((r) => r + 1);
  };
  const order = byTrust(value?.sources ?? []);
  const living = order.filter((s) => !s.forgotten);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Sources">
      {slow && !value && <Loader size="sm" aria-label="Loading" />}
      <UnderWay edition={`${edition} ${round}`} act={act} />
      <Problem className={classes.problem} text={problem} />
      {differing > 0 && (
        <div className={classes.differ}>
          <span className="grow">
            Sources disagree in <strong>{number(differing)}</strong> {differing === 1 ? "place" : "places"}
          </span>
          <Button size="compact-sm" variant="light" onClick={() => setSettling("differing")}>
            Settle
          </Button>
        </div>
      )}
      {living.length > 0 && (
        <div className={classes.alike}>
          <span className="grow">
            {same === 0 ? (
              "Nothing seems to be here twice"
            ) : (
              <>
                <strong>{number(same)}</strong> {same === 1 ? "pair is" : "pairs are"} probably the same thing
              </>
            )}
          </span>
          <Button size="compact-sm" variant="light" onClick={() => setSettling("same")}>
            Look
          </Button>
        </div>
      )}
      {value?.sources.length === 0 && <p className="muted">Nothing was imported yet. Everything that is here, people said.</p>}
      {living.length > 1 && <p className={`small muted ${classes.order}`}>Where they disagree, a person’s word counts first, then that of the source that stands higher here.</p>}
      {order.map((source) => (
        <SourceCard
          key={source.id}
          source={source}
          place={living.indexOf(source)}
          of={living.length}
          shared={order.some((s) => s.id !== source.id && s.location === source.location)}
          act={act}
          onMove={(way) => void trustSources(moved(living, source.id, way)).then(() => again((r) => r + 1))}
          onForgotten={() => again((r) => r + 1)}
        />
      ))}
      <Button variant="light" fullWidth mt="sm" onClick={openImport.run}>
        Import something
      </Button>
    </div>
  );
}
