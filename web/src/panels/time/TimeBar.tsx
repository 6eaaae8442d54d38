import { ActionIcon } from "@mantine/core";
import { useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import { travelTo } from "../../actions/travelTo";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { mapState } from "../../map/client";
import type { Histogram } from "../../map/time";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { barsPath, said, ticks } from "./scale";
import { usePlay } from "./play";
import classes from "./TimeBar.module.css";

const height = 34;
const dayMs = 86_400_000;

/** The past on a slider: how much began and ended when, and which time the map shows. */
export function TimeBar(): ReactElement | null {
  const histogram = useStore(mapState, (m) => m.histogram);
  const none = useStore(mapState, (m) => m.summary === null || m.summary.items === 0);
  if (!histogram || none) return null;
  return <Bar histogram={histogram} />;
}

function Bar({ histogram }: { histogram: Histogram }): ReactElement {
  const time = useStore(view, (v) => v.time);
  const shown = useStore(mapState, (m) => m.shown);
  const track = useRef<HTMLDivElement>(null);
  const frame = useRef(0);
  const { start, end } = histogram;
  const { playing, toggle, stop } = usePlay(start, end);
  const bars = useMemo(() => barsPath(histogram, height), [histogram]);
  const marks = useMemo(() => ticks(start, end), [start, end]);
  const at = time ?? end;
  const part = Math.min(1, Math.max(0, (at - start) / (end - start)));

  const goTo = (wanted: number): void => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => travelTo(wanted >= end ? null : Math.round(Math.max(start, wanted) / 60_000) * 60_000));
  };
  const drag = (event: PointerEvent): void => {
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    stop();
    const bounds = track.current!.getBoundingClientRect();
    const x = (event.clientX - bounds.left) / bounds.width;
    // The last pixels are now: nobody should have to hit the very end.
    goTo(x > 0.994 ? end : start + x * (end - start));
  };
  const press = (event: KeyboardEvent): void => {
    const large = (end - start) / 24;
    const small = Math.min(30 * dayMs, (end - start) / 120);
    const step = { ArrowLeft: -small, ArrowDown: -small, ArrowRight: small, ArrowUp: small, PageDown: -large, PageUp: large }[event.key];
    if (step === undefined && event.key !== "Home" && event.key !== "End") return;
    event.preventDefault();
    stop();
    goTo(event.key === "Home" ? start : event.key === "End" ? end : at + step!);
  };

  return (
    <section className={classes.bar} aria-label="Time" data-past={time !== null || undefined}>
      <ActionIcon variant="subtle" color="gray" size={34} aria-label={playing ? "Stop playing" : "Play the past"} onClick={toggle}>
        <Icon name={playing ? "pause" : "play"} size={18} />
      </ActionIcon>
      <div
        ref={track}
        className={classes.track}
        role="slider"
        tabIndex={0}
        aria-label="Time shown on the map"
        aria-valuemin={start}
        aria-valuemax={end}
        aria-valuenow={at}
        aria-valuetext={time === null ? "Now" : said(time, end - start)}
        onPointerDown={drag}
        onPointerMove={drag}
        onKeyDown={press}
      >
        <svg className={classes.bars} viewBox={`0 0 ${histogram.begun.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={classes.begun} d={bars.begun} />
          <path className={classes.ended} d={bars.ended} />
        </svg>
        <div className={classes.later} style={{ left: `${part * 100}%` }} />
        {marks.map((m) => (
          <span key={m.time} className={classes.tick} data-faint={m.faint || undefined} style={{ left: `${((m.time - start) / (end - start)) * 100}%` }}>
            {m.text}
          </span>
        ))}
        <div className={classes.thumb} style={{ left: `${part * 100}%` }} />
      </div>
      <div className={classes.said}>
        <div className={classes.when}>{time === null ? "Now" : said(time, end - start)}</div>
        <div className="small muted">{number(shown)} things</div>
      </div>
    </section>
  );
}
