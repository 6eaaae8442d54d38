import { ActionIcon, Badge, Button } from "@mantine/core";
import { useState, type ReactElement } from "react";
import { cancelImport } from "../../actions/cancelImport";
import { forgetSource } from "../../actions/forgetSource";
import { receive } from "../../actions/receive";
import { revertImport } from "../../actions/revertImport";
import type { Source } from "../../api/contract";
import { Breakable } from "../../look/Breakable";
import { moment, number } from "../../look/format";
import { Icon } from "../../look/icons";
import { wasSent } from "./places";
import classes from "./Imports.module.css";

interface Props {
  source: Source;
  /** Its place in the order of trust; -1: it was forgotten. */
  place: number;
  of: number;
  /** Another reader reads the same place. */
  shared: boolean;
  act: (action: (id: string) => Promise<string | null>, id: string) => Promise<void>;
  onMove: (way: "higher" | "lower") => void;
  onForgotten: () => void;
}

const mostShown = 3;

/** A source: what reads it, how far its word counts, its imports, and the ways to take them back. */
export function SourceCard({ source, place, of, shared, act, onMove, onForgotten }: Props): ReactElement {
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState(false);
  const imports = [...source.imports].reverse();
  const latest = imports.find((i) => i.state === "applied");
  const { location } = source;
  return (
    <section className={classes.source} aria-label={source.label} data-forgotten={source.forgotten || undefined}>
      <div className={classes.sourceHead}>
        <strong className="grow cut" dir="auto" title={source.label}>
          {source.label}
        </strong>
        {source.reader && (
          <Badge color={shared ? "sea" : "gray"} variant="light" title={shared ? "Several readers read this place" : "What reads it"}>
            {source.reader}
          </Badge>
        )}
        {source.forgotten && <Badge color="gray">forgotten</Badge>}
        {place >= 0 && of > 1 && (
          <span className={classes.trust}>
            <ActionIcon size={26} variant="subtle" color="gray" aria-label={`Trust ${source.label} more`} disabled={place === 0} onClick={() => onMove("higher")}>
              <Icon name="up" size={14} />
            </ActionIcon>
            <ActionIcon size={26} variant="subtle" color="gray" aria-label={`Trust ${source.label} less`} disabled={place === of - 1} onClick={() => onMove("lower")}>
              <Icon name="down" size={14} />
            </ActionIcon>
          </span>
        )}
      </div>
      {location && <div className={`small muted ${classes.place}`}>{wasSent(location) ? "sent from a browser" : <Breakable text={location} />}</div>}
      <ol className={classes.imports}>
        {imports.slice(0, all ? undefined : mostShown).map((i) => (
          <li key={i.id}>
            <span className="grow">
              {i.startedAt ? moment(i.startedAt) : i.state}
              <span className={`small muted ${classes.amounted}`}>{[i.startedAt ? i.state : "", i.nodes === undefined ? "" : `${number(i.nodes)} ${i.nodes === 1 ? "node" : "nodes"}`].filter((part) => part !== "").join(" · ")}</span>
            </span>
            <span className={classes.act}>
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
            </span>
          </li>
        ))}
      </ol>
      <div className={classes.foot}>
        {imports.length > mostShown && (
          <Button size="compact-xs" color="gray" variant="subtle" onClick={() => setAll(!all)}>
            {all ? "Fewer" : `All ${number(imports.length)} imports`}
          </Button>
        )}
        <span className="grow" />
        {location?.startsWith("/") && !wasSent(location) && (
          <Button size="compact-xs" variant="subtle" onClick={() => receive({ kind: "path", path: location })}>
            Read again
          </Button>
        )}
        {!source.forgotten && !asked && (
          <Button size="compact-xs" color="gray" variant="subtle" onClick={() => setAsked(true)}>
            Forget…
          </Button>
        )}
      </div>
      {asked && (
        <div role="alertdialog" aria-label={`Forget ${source.label}?`} className={classes.ask}>
          <p>Forget {source.label}? All that only it states is taken back. What people or other sources state stays.</p>
          <Button
            size="compact-sm"
            color="red"
            autoFocus
            onClick={() => {
              setAsked(false);
              void forgetSource(source.id, source.label).then(onForgotten);
            }}
          >
            Forget it
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsked(false)}>
            Keep it
          </Button>
        </div>
      )}
    </section>
  );
}
