import { Button } from "@mantine/core";
import type { CSSProperties, ReactElement, ReactNode } from "react";
import { travelTo } from "../../actions/travelTo";
import { showSources } from "../../actions/showSide";
import { waitingText } from "../../actions/followOutbox";
import { sendWaiting } from "../../actions/sendCommand";
import { day, moment, number } from "../../look/format";
import { Icon } from "../../look/icons";
import { mapState } from "../../map/client";
import { range } from "../../state/range";
import { outbox } from "../../state/outbox";
import { reading } from "../../state/reading";
import { session } from "../../state/session";
import { useStore } from "../../state/store";
import { outlinePx, sideCoverPx, view } from "../../state/view";
import { isShort, said } from "../time/scale";
import classes from "./Banners.module.css";

/** What must not be overlooked, in the middle of what is seen of the map: one sees the past; the server is gone; and, below that, what is told of the map. */
export function Banners({ children }: { children: ReactNode }): ReactElement {
  const time = useStore(view, (v) => v.time);
  const recorded = useStore(view, (v) => v.clock === "recorded");
  const span = useStore(range, (r) => r.end - r.start);
  const filled = useStore(mapState, (m) => (m.summary?.items ?? 0) > 0);
  const away = useStore(session, (s) => s.connection === "away" && (s.wasLive || s.workspaces === null));
  const again = useStore(session, (s) => s.connection === "connecting" && s.wasLive);
  // An empty map tells of it in its middle.
  const reads = useStore(reading, (r) => r.runs.length > 0) && filled;
  const left = useStore(view, (v) => outlinePx(v, innerWidth));
  const right = useStore(view, (v) => sideCoverPx(v, innerWidth));
  const waiting = useStore(outbox, (o) => o.count);
  return (
    <div className={classes.banners} style={{ "--left": `${left}px`, "--right": `${right}px` } as CSSProperties}>
      <div role="status">
        {time !== null && (
          <div className={classes.past}>
            <Icon name="clock" size={18} />
            <span>
              You see <strong>{span > 0 && isShort(span) ? said(time, span) : recorded ? moment(time) : day(time)}</strong>
              {recorded && ", as it was known then"}
            </span>
            <Button size="compact-sm" color="orange.9" onClick={() => travelTo(null)}>
              Back to now
            </Button>
          </div>
        )}
      </div>
      {reads && <Reading />}
      <div role="alert">
        {(away || again) && (
          <div className={classes.away}>
            <span className={classes.beat} />
            The server does not answer. What you see stays; this page catches up by itself.
            {waiting > 0 && ` ${waitingText(waiting)}, and sent then.`}
          </div>
        )}
        {!away && !again && waiting > 0 && (
          <div className={classes.away}>
            {waitingText(waiting)}, not sent yet.
            <Button size="compact-sm" variant="light" onClick={() => void sendWaiting()}>
              Send now
            </Button>
          </div>
        )}
      </div>
      {children}
      {time !== null && <div className={classes.frame} aria-hidden="true" />}
    </div>
  );
}

/** What is being read, and how far it is; a click leads to the ways to halt it. */
function Reading(): ReactElement | null {
  const runs = useStore(reading, (r) => r.runs);
  const sources = useStore(view, (v) => v.side === "sources");
  const run = runs.at(0);
  // The panel of the sources tells the same, and more.
  if (!run || sources) return null;
  const { progress, label, path } = run;
  const far = progress?.total ? `${number(Math.floor((100 * progress.done) / progress.total))} %` : progress?.done ? number(progress.done) : "";
  return (
    <div>
      <div className={classes.away}>
        <span className={classes.beat} data-calm />
        <span className="cut">
          Reading {label ?? path}
          {runs.length > 1 && ` and ${runs.length - 1} more`}
        </span>
        <span className={classes.far}>{far}</span>
        <Button size="compact-sm" variant="light" aria-label="Show the import" onClick={showSources.run}>
          Show
        </Button>
      </div>
    </div>
  );
}
