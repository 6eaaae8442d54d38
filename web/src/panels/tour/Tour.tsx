import { Button, CloseButton } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { tour } from "../../state/tour";
import { useStore } from "../../state/store";
import { steps } from "./steps";
import classes from "./Tour.module.css";

interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

const lookAgainMs = 300;

/** Shows around: a card that says what is where, and a frame around it. The page stays to be used meanwhile. */
export default function Tour(): ReactElement | null {
  const at = useStore(tour, (t) => t.step);
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    if (at === null) return;
    const look = (): void => {
      const found = document.querySelector(steps[at].at)?.getBoundingClientRect();
      setPlace(found && found.width > 0 ? { left: found.left, top: found.top, width: found.width, height: found.height } : null);
    };
    const first = setTimeout(look, 0);
    const timer = setInterval(look, lookAgainMs);
    const leave = (event: KeyboardEvent): void => {
      if (event.key === "Escape") tour.put({ step: null });
    };
    addEventListener("keydown", leave);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      removeEventListener("keydown", leave);
    };
  }, [at]);
  if (at === null) return null;
  const step = steps[at];
  const last = at === steps.length - 1;
  return (
    <>
      {place && <div className={classes.frame} style={place} aria-hidden="true" />}
      <section className={`card ${classes.card}`} aria-label="Tour">
        <div className="row">
          <span className="grow small muted">
            {at + 1} of {steps.length}
          </span>
          <CloseButton size="sm" aria-label="Leave the tour" onClick={() => tour.put({ step: null })} />
        </div>
        <div aria-live="polite">
          <h2>{step.title}</h2>
          <p>{step.text}</p>
        </div>
        <div className={classes.buttons}>
          <Button size="compact-sm" variant="subtle" color="gray" disabled={at === 0} onClick={() => tour.put({ step: at - 1 })}>
            Back
          </Button>
          <span className="grow" />
          <Button size="compact-sm" autoFocus onClick={() => tour.put({ step: last ? null : at + 1 })}>
            {last ? "Done" : "Next"}
          </Button>
        </div>
      </section>
    </>
  );
}
