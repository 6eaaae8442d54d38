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
  /** What is new comes at the beginning: who has scrolled away keeps what they see. */
  newFirst?: boolean;
  /** Which rows are on the screen, and around it. */
  onRange?: (first: number, last: number) => void;
  /** Scrolls there when it is another. */
  show?: number | undefined;
  /** The id of the row that the keys are at. */
  active?: string | undefined;
  /** Several rows can be selected. */
  many?: boolean;
}

const around = 6;
/** No browser draws an element much higher; a longer list is scrolled in proportion. */
const mostPx = 8_000_000;
const touchedMs = 700;

/** A list of any length with only the rows on the screen in the page. Rows are equally high. */
export function VirtualList({ count, rowPx, label, role = "list", row, stick, newFirst, onStart, onRange, show, active, many }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  /** Which pixel of the rows is at the top, and where the box is for it: whole pixels, in some browsers. */
  const [{ top, scrollTop }, setAt] = useState({ top: 0, scrollTop: 0 });
  const [height, setHeight] = useState(600);
  const atEnd = useRef(true);
  const full = count * rowPx;
  const tall = Math.min(full, mostPx);
  /** How many pixels of rows one pixel of the scroll bar stands for. */
  const scale = full > tall ? (full - height) / (tall - height) : 1;
  /** Where the box was put by this list itself, which knows better where it is than the box. */
  const placed = useRef({ scrollTop: -1, top: 0 });
  const former = useRef(count);
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

  const place = (to: number): void => {
    const element = box.current!;
    const top = Math.max(0, Math.min(full - element.clientHeight, to));
    element.scrollTop = top / scale;
    placed.current = { scrollTop: element.scrollTop, top };
    setAt(placed.current);
  };
  useLayoutEffect(() => {
    const more = count - former.current;
    former.current = count;
    if (newFirst && more > 0 && box.current!.scrollTop > rowPx / 2) place((placed.current.scrollTop === box.current!.scrollTop ? placed.current.top : box.current!.scrollTop * scale) + more * rowPx);
    // Only another count moves it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [count]);
  useEffect(() => {
    const element = box.current!;
    if (scale === 1) return;
    // The wheel moves rows, not the scroll bar, which is coarse here.
    const wheel = (event: WheelEvent): void => {
      if (event.ctrlKey) return;
      event.preventDefault();
      const from = placed.current.scrollTop === element.scrollTop ? placed.current.top : element.scrollTop * scale;
      place(from + event.deltaY * (event.deltaMode === 1 ? rowPx : 1));
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  });

  const scroll = (event: UIEvent<HTMLDivElement>): void => {
    const element = event.currentTarget;
    // Only a person leaves the end; rows and panels that come beside it do not.
    if (element.scrollTop + element.clientHeight >= element.scrollHeight - rowPx) atEnd.current = true;
    else if (performance.now() - touchedAt.current < touchedMs) atEnd.current = false;
    setAt(placed.current.scrollTop === element.scrollTop ? placed.current : { scrollTop: element.scrollTop, top: element.scrollTop * scale });
    if (element.scrollTop < rowPx * 4) onStart?.();
  };
  const first = Math.max(0, Math.floor(top / rowPx) - around);
  const last = Math.min(count, Math.ceil((top + height) / rowPx) + around);
  useEffect(() => {
    onRange?.(first, last);
  }, [onRange, first, last]);
  // Rows stand where the box is, which of a very long list is not where they would be.
  const shift = top - scrollTop;
  const rows: ReactNode[] = [];
  for (let i = first; i < last; i++) rows.push(<div key={newFirst ? count - i : i} role="presentation" style={{ position: "absolute", top: i * rowPx - shift, left: 0, right: 0, height: rowPx }}>{row(i)}</div>);
  return (
    <div ref={box} role={role} aria-label={label} aria-activedescendant={active} aria-multiselectable={many} tabIndex={0} onScroll={scroll} onWheel={touched} onTouchMove={touched} onKeyDown={touched} onPointerDown={touched} onPointerMove={(event) => event.buttons > 0 && touched()} style={{ overflowAnchor: "none", overflow: "auto", flex: 1, minHeight: 0, outlineOffset: -2 }}>
      <div role="presentation" style={{ position: "relative", height: tall }}>
        {rows}
      </div>
    </div>
  );
}
