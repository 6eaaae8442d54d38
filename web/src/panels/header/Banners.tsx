import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { travelTo } from "../../actions/travelTo";
import { day, moment } from "../../look/format";
import { Icon } from "../../look/icons";
import { mapState } from "../../map/client";
import { session } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import classes from "./Banners.module.css";

/** On a range so short the day alone would say nothing. */
const shortMs = 4 * 86_400_000;

/** What must not be overlooked: one sees the past; the server is gone. */
export function Banners(): ReactElement {
  const time = useStore(view, (v) => v.time);
  const recorded = useStore(view, (v) => v.clock === "recorded");
  const short = useStore(mapState, (m) => m.histogram !== null && m.histogram.end - m.histogram.start < shortMs);
  const away = useStore(session, (s) => s.connection === "away" && (s.wasLive || s.workspaces === null));
  const again = useStore(session, (s) => s.connection === "connecting" && s.wasLive);
  return (
    <div className={classes.banners}>
      <div role="status">
        {time !== null && (
          <div className={classes.past}>
            <Icon name="clock" size={18} />
            <span>
              You see <strong>{short || recorded ? moment(time) : day(time)}</strong>
              {recorded && ", as it was known then"}
            </span>
            <Button size="compact-sm" color="orange.9" onClick={() => travelTo(null)}>
              Back to now
            </Button>
          </div>
        )}
      </div>
      <div role="alert">
        {(away || again) && (
          <div className={classes.away}>
            <span className={classes.beat} />
            The server does not answer. What you see stays; this page catches up by itself.
          </div>
        )}
      </div>
      {time !== null && <div className={classes.frame} aria-hidden="true" />}
    </div>
  );
}
