import { Button, CloseButton } from "@mantine/core";
import type { ReactElement } from "react";
import type { Action } from "../../actions/action";
import { compareTimes } from "../../actions/compareTimes";
import { giveFeedback } from "../../actions/giveFeedback";
import { lookUp } from "../../actions/lookUp";
import { openExample } from "../../actions/openExample";
import { openImport } from "../../actions/openImport";
import { playPast } from "../../actions/playPast";
import { showKeys } from "../../actions/showKeys";
import { showOutline } from "../../actions/showOutline";
import { showActivity, showEvents, showSources } from "../../actions/showSide";
import { switchClock } from "../../actions/switchClock";
import { takeTour } from "../../actions/takeTour";
import { Dialog } from "../../look/Dialog";
import { close } from "../../state/dialogs";
import { useStore } from "../../state/store";
import { features, tried, type Feature } from "../../state/tried";
import { docsPath } from "./texts";
import classes from "./Help.module.css";

const offers: Record<Feature, { text: string; action: Action | null }> = {
  "look-up": { text: "Look up a thing by a part of its name", action: lookUp },
  select: { text: "Click something on the map, and see who says what of it", action: null },
  outline: { text: "Read the map as a list", action: showOutline },
  events: { text: "Watch events as they come", action: showEvents },
  sources: { text: "See where the content comes from", action: showSources },
  activity: { text: "See what happened while you were away", action: showActivity },
  past: { text: "Let the past pass by", action: playPast },
  recorded: { text: "Travel in what was known, instead of what was so", action: switchClock },
  compare: { text: "Compare two moments", action: compareTimes },
  import: { text: "Bring in something of your own", action: openImport },
};

const reading: readonly (readonly [string, string])[] = [
  ["A first tour", "tutorial/first-tour.md"],
  ["Bring in, and settle disagreements", "how-to/bring-in-and-settle.md"],
  ["Follow events", "how-to/follow-events.md"],
  ["Travel in time", "how-to/travel-in-time.md"],
  ["Export a graph", "how-to/export-a-graph.md"],
  ["The HTTP API", "reference/api.md"],
];

/** Ways to learn: a tour, an example, the keys, what one has not tried yet, and what there is to read. */
export default function Help(): ReactElement {
  const done = useStore(tried, (t) => t.all);
  const left = features.filter((f) => !done.includes(f));
  const act = (action: Action): void => {
    close();
    action.run();
  };
  return (
    <Dialog label="Help" size={620} onClose={close}>
      <div className="row">
        <h2 className={`grow ${classes.title}`}>Help</h2>
        <CloseButton aria-label="Close this dialog" onClick={close} />
      </div>
      <div className={classes.ways}>
        {[takeTour, openExample, showKeys, giveFeedback].map((action) => (
          <Button key={action.name} size="compact-md" variant="light" onClick={() => act(action)}>
            {action.name}
          </Button>
        ))}
      </div>
      <div className={classes.columns}>
        <section>
          <h3>Not tried yet</h3>
          {left.length === 0 ? (
            <p className="muted">You have tried everything that is listed here.</p>
          ) : (
            <ul>
              {left.slice(0, 6).map((f) => {
                const { text, action } = offers[f];
                return (
                  <li key={f}>
                    {action ? (
                      <button type="button" className={`plain ${classes.offer}`} onClick={() => act(action)}>
                        {text}
                      </button>
                    ) : (
                      <span className={classes.offer}>{text}</span>
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </section>
        <section>
          <h3>To read</h3>
          <ul>
            {reading.map(([title, path]) => (
              <li key={path}>
                <a className={classes.offer} href={`${docsPath}${path}.txt`} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}
