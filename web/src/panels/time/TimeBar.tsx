import { ActionIcon, Tooltip } from "@mantine/core";
import { useEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import { keysText } from "../../actions/action";
import { compareTimes } from "../../actions/compareTimes";
import { playPast } from "../../actions/playPast";
import { switchClock } from "../../actions/switchClock";
import { travelTo } from "../../actions/travelTo";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { mapState } from "../../map/client";
import type { Histogram } from "../../map/time";
import { momentIn, range } from "../../state/range";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { useDensity } from "./density";
import { playing, speeds, stopPlay } from "../../actions/play";
import { barsPath, said, saidShortly, stepOf, ticks } from "./scale";
import classes from "./TimeBar.module.css";

const height = 34;
const clocks = [
  { name: "world", clock: "effective", says: "What was so in the world at a time, as far as is known now" },
  { name: "recorded", clock: "recorded", says: "What was known here at a time, when it had been recorded" },
] as const;

/** The past on a slider: how much began and ended when, and which time is shown. */
export function TimeBar(): ReactElement | null {
  const histogram = useDensity();
  const clock = useStore(view, (v) => v.clock);
  const past = useStore(view, (v) => v.time !== null);
  const none = useStore(mapState, (m) => m.summary === null || m.summary.items === 0);
  // A map of the past may be empty, and is left by this bar alone.
  if (!histogram || (none && !past && clock === "effective")) return null;
  return <Bar histogram={histogram} />;
}

function Bar({ histogram }: { histogram: Histogram }): ReactElement {
  const time = useStore(view, (v) => v.time);
  const clock = useStore(view, (v) => v.clock);
  const since = useStore(view, (v) => v.since);
  const shown = useStore(mapState, (m) => m.shown);
  const { on, speed } = useStore(playing, (p) => p);
  const { start, end } = histogram;
  const span = end - start;
  useEffect(() => range.put({ start, end }), [start, end]);
  useEffect(
    () => () => {
      stopPlay();
      range.put({ start: 0, end: 0 });
    },
    [],
  );
  const bars = useMemo(() => barsPath(histogram, height), [histogram]);
  const marks = useMemo(() => ticks(start, end), [start, end]);
  const at = time ?? end;
  const part = (t: number): number => Math.min(1, Math.max(0, (t - start) / span));
  const goTo = (wanted: number): void => {
    stopPlay();
    const to = momentIn(wanted, histogram);
    travelTo(to >= end ? null : to);
  };
  const sinceTime = since !== null && "time" in since ? since.time : null;
  return (
    <section className={classes.bar} aria-label="Time" data-past={time !== null || undefined}>
      <Tooltip label={`${on ? "Stop playing" : "Play the past"} · ${keysText(playPast.keys![0])}`} openDelay={400} fz={12}>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={on ? "Stop playing" : "Play the past"} onClick={playPast.run}>
          <Icon name={on ? "pause" : "play"} size={18} />
        </ActionIcon>
      </Tooltip>
      <button type="button" className={`plain ${classes.speed}`} aria-label={`Speed of playing: ${speed}×`} onClick={() => playing.put({ speed: speeds[(speeds.indexOf(speed) + 1) % speeds.length] })}>
        {speed}×
      </button>
      <div className={classes.field}>
        <svg className={classes.bars} viewBox={`0 0 ${histogram.begun.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={classes.begun} d={bars.begun} />
          <path className={classes.ended} d={bars.ended} />
        </svg>
        <div className={classes.later} style={{ left: `${part(at) * 100}%` }} />
        {sinceTime !== null && <div className={classes.between} style={{ left: `${Math.min(part(sinceTime), part(at)) * 100}%`, width: `${Math.abs(part(at) - part(sinceTime)) * 100}%` }} />}
        {marks.map((m) => (
          <span key={m.time} className={classes.tick} data-faint={m.faint || undefined} style={{ left: `${part(m.time) * 100}%` }}>
            {m.text}
          </span>
        ))}
        <Track label="Time shown on the map" at={at} text={time === null ? "Now" : said(time, span)} histogram={histogram} onGo={goTo} wide />
        {sinceTime !== null && <Track label="Time compared with" at={sinceTime} text={said(sinceTime, span)} histogram={histogram} onGo={(t) => view.put({ since: { time: momentIn(t, histogram) } })} />}
      </div>
      <div className={classes.said}>
        <div className={classes.when} title={time === null ? undefined : said(time, span)}>
          {time === null ? "Now" : saidShortly(time, span)}
        </div>
        <div className="small muted">{number(shown)} {shown === 1 ? "thing" : "things"}</div>
      </div>
      <div className={classes.tools}>
        <div className={classes.clock} role="group" aria-label="Which time is travelled">
          {clocks.map(({ name, clock: which, says }) => (
            <Tooltip key={which} label={`${says} · ${keysText(switchClock.keys![0])} switches`} openDelay={400} fz={12} multiline w={230}>
              <button type="button" className="plain" aria-pressed={clock === which} onClick={() => clock !== which && switchClock.run()}>
                {name}
              </button>
            </Tooltip>
          ))}
        </div>
        <Tooltip label={`${since === null ? "Compare with another moment" : "End comparing"} · ${keysText(compareTimes.keys![0])}`} openDelay={400} fz={12}>
          <ActionIcon variant={since === null ? "subtle" : "light"} color={since === null ? "gray" : "sea"} size={34} aria-label="Compare two moments" aria-pressed={since !== null} onClick={compareTimes.run}>
            <Icon name="compare" size={18} />
          </ActionIcon>
        </Tooltip>
      </div>
    </section>
  );
}

interface TrackProps {
  label: string;
  at: number;
  text: string;
  histogram: Histogram;
  onGo: (time: number) => void;
  /** All of the bar takes it there; else only its thumb. */
  wide?: boolean;
}

function Track({ label, at, text, histogram: { start, end }, onGo, wide }: TrackProps): ReactElement {
  const slider = useRef<HTMLDivElement>(null);
  const frame = useRef(0);
  const part = Math.min(1, Math.max(0, (at - start) / (end - start)));
  const soon = (time: number): void => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => onGo(time));
  };
  const drag = (event: PointerEvent): void => {
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const bounds = (wide ? slider.current! : slider.current!.parentElement!).getBoundingClientRect();
    const x = (event.clientX - bounds.left) / bounds.width;
    // The last pixels are now: nobody should have to hit the very end.
    soon(x > 0.994 ? end : start + x * (end - start));
  };
  const press = (event: KeyboardEvent): void => {
    const to = stepOf(event.key, at, start, end);
    if (to === null) return;
    event.preventDefault();
    soon(to);
  };
  return (
    <div
      ref={slider}
      className={wide ? classes.track : classes.other}
      style={wide ? undefined : { left: `${part * 100}%` }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={start}
      aria-valuemax={end}
      aria-valuenow={at}
      aria-valuetext={text}
      onPointerDown={drag}
      onPointerMove={drag}
      onKeyDown={press}
    >
      <div className={classes.thumb} style={{ left: wide ? `${part * 100}%` : "50%" }} />
    </div>
  );
}
