import { useEffect, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode, type UIEvent } from "react";

interface Props {
  count: number;
  rowPx: number;
  label: string;
  role?: "list" | "log" | "tree" | "listbox";
  row: (index: number) => ReactNode;
  /** Stay at the end while new rows come, unless someone scrolled up. */
  stick?: boolean;
  onStart?: () => void;
  /** Scrolls there when it is another. */
  show?: number | undefined;
  /** The id of the row that the keys are at. */
  active?: string | undefined;
  /** Several rows can be selected. */
  many?: boolean;
}

const around = 6;
const touchedMs = 700;

/** A list of any length with only the rows on the screen in the page. Rows are equally high. */
export function VirtualList({ count, rowPx, label, role = "list", row, stick, onStart, show, active, many }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const atEnd = useRef(true);
  const touchedAt = useRef(-Infinity);
  const touched = (): void => {
    touchedAt.current = performance.now();
  };

  useEffect(() => {
    const watch = new ResizeObserver(() => setHeight(box.current?.clientHeight ?? 600));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = box.current!;
    if (stick && atEnd.current) element.scrollTop = count * rowPx;
  }, [count, rowPx, stick, height]);
  useLayoutEffect(() => {
    const element = box.current!;
    if (show === undefined || show < 0) return;
    if (show * rowPx < element.scrollTop) element.scrollTop = show * rowPx;
    else if ((show + 1) * rowPx > element.scrollTop + element.clientHeight) element.scrollTop = (show + 1) * rowPx - element.clientHeight;
  }, [show, rowPx]);

  const scroll = (event: UIEvent<HTMLDivElement>): void => {
    const element = event.currentTarget;
    // Only a person leaves the end; rows and panels that come beside it do not.
    if (element.scrollTop + element.clientHeight >= element.scrollHeight - rowPx) atEnd.current = true;
    else if (performance.now() - touchedAt.current < touchedMs) atEnd.current = false;
    setTop(element.scrollTop);
    if (element.scrollTop < rowPx * 4) onStart?.();
  };
  const first = Math.max(0, Math.floor(top / rowPx) - around);
  const last = Math.min(count, Math.ceil((top + height) / rowPx) + around);
  const rows: ReactNode[] = [];
  for (let i = first; i < last; i++) rows.push(<div key={i} role="presentation" style={{ position: "absolute", top: i * rowPx, left: 0, right: 0, height: rowPx }}>{row(i)}</div>);
  return (
    <div ref={box} role={role} aria-label={label} aria-activedescendant={active} aria-multiselectable={many} tabIndex={0} onScroll={scroll} onWheel={touched} onTouchMove={touched} onKeyDown={touched} onPointerDown={touched} onPointerMove={(event) => event.buttons > 0 && touched()} style={{ overflowAnchor: "none", overflow: "auto", flex: 1, minHeight: 0, outlineOffset: -2 }}>
      <div role="presentation" style={{ position: "relative", height: count * rowPx }}>
        {rows}
      </div>
    </div>
  );
}
