import { Button, Progress } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { mapState } from "../../map/client";
import { session } from "../../state/session";
import { useStore } from "../../state/store";
import { refreshMap } from "../../state/workspace";
import classes from "./Start.module.css";

const slowMs = 300;

/** What happens while there is no map yet, once one has waited long enough to wonder. */
export function MapStatus(): ReactElement | null {
  const loading = useStore(mapState, (m) => m.loading);
  const shown = useStore(mapState, (m) => m.summary !== null);
  const problem = useStore(mapState, (m) => m.problem);
  const starting = useStore(session, (s) => s.workspaces === null && s.connection !== "away");
  const waiting = (loading !== null || starting) && !shown && problem === null;
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(waiting), waiting ? slowMs : 0);
    return () => clearTimeout(timer);
  }, [waiting]);
  if (problem !== null && !shown) {
    return (
      <div className={`card ${classes.status}`} role="alert">
        <strong>The map did not come</strong>
        <p>{problem}</p>
        <Button size="compact-sm" onClick={refreshMap}>
          Load it again
        </Button>
      </div>
    );
  }
  if (!waiting || !slow) return null;
  const part = loading && loading.of > 0 ? (100 * loading.bytes) / loading.of : 100;
  return (
    <div className={`card ${classes.status}`} role="status">
      <div className="small muted">{starting ? "Looking for workspaces…" : loading && loading.bytes > 0 ? `Loading the map · ${(loading.bytes / 1e6).toFixed(1)} MB` : "The server prepares the map…"}</div>
      <Progress value={part} animated={part === 100} size="sm" mt={8} aria-label="Loading the map" />
    </div>
  );
}
