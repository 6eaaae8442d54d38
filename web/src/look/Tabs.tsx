import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import classes from "./Tabs.module.css";

/** As many have room in the panel beside the map. */
const fitting = 5;

interface Props<T extends string> {
  value: T;
  tabs: readonly { value: T; label: string }[];
  onChoose: (value: T) => void;
  /** What stands beside the tabs. */
  beside: ReactNode;
  /** What is shown of the chosen one. */
  children: ReactNode;
}

/** Tabs over a panel: arrows, Home and End go from one to the next, as the pattern for tabs has it. */
export function Tabs<T extends string>({ value, tabs, onChoose, beside, children }: Props<T>): ReactElement {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // Where there are more tabs than room, the chosen one is on the screen.
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [value, tabs.length]);
  const press = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((t) => t.value === value);
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onChoose(tabs[to].value);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[to]?.focus();
  };
  return (
    <>
      <div className={classes.head}>
        <div ref={list} role="tablist" className={`grow ${classes.list}`} data-many={tabs.length > fitting || undefined} onKeyDown={press}>
          {tabs.map((tab) => (
            <button key={tab.value} type="button" role="tab" id={`${id}-${tab.value}`} className={`plain ${classes.tab}`} aria-selected={tab.value === value} aria-controls={tab.value === value ? `${id}-panel` : undefined} tabIndex={tab.value === value ? 0 : -1} onClick={() => onChoose(tab.value)}>
              {tab.label}
            </button>
          ))}
        </div>
        {beside}
      </div>
      <div role="tabpanel" id={`${id}-panel`} className={classes.panel} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  );
}
