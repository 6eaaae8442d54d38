import type { ReactElement } from "react";

const paths = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16.2 16.2 20.5 20.5",
  undo: "M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "m15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3",
  list: "M4 6h2M9 6h11M4 12h2M9 12h11M4 18h2M9 18h11",
  pulse: "M3 12h4l3 7 4-14 3 7h4",
  add: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  fit: "M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 20H5a1 1 0 0 1-1-1v-4",
  close: "M6 6l12 12M18 6 6 18",
  edit: "M4 20h4L19 9a2.1 2.1 0 0 0-3-3L5 17l-1 3Z",
  play: "M7 5v14l12-7Z",
  pause: "M8 5v14M16 5v14",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  down: "m6 9 6 6 6-6",
  right: "m9 6 6 6-6 6",
  left: "m15 6-6 6 6 6",
  up: "m6 15 6-6 6 6",
  why: "M12 17v.01M12 13.5c0-2 2.5-2.2 2.5-4.3A2.5 2.5 0 0 0 12 7a2.5 2.5 0 0 0-2.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  target: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v4M12 18v4M2 12h4M18 12h4",
  database: "M12 4c4.4 0 8 1.1 8 2.5S16.4 9 12 9 4 7.9 4 6.500 7.600 4 12 4ZM4 6.500v11C4 18.900 7.600 20 12 20s8-1.100 8-2.500v-11M4 12c0 1.400 3.600 2.500 8 2.500s8-1.100 8-2.500",
  check: "m5 12.500 4.500 4.500L19 7.500",
  split: "M6 4v5a4 4 0 0 0 4 4h8M14 9l4 4-4 4M6 20v-7",
  download: "M12 4v11M7 10.500l5 5 5-5M4 20h16",
  cube: "M12 3 4 7.500v9L12 21l8-4.500v-9L12 3ZM4 7.500l8 4.500 8-4.500M12 12v9",
  around: "M12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5ZM5 4a1.800 1.800 0 1 0 0 3.600A1.800 1.800 0 0 0 5 4ZM19 4a1.800 1.800 0 1 0 0 3.600A1.800 1.800 0 0 0 19 4ZM12 18.400a1.600 1.600 0 1 0 0 3.200 1.600 1.600 0 0 0 0-3.200ZM6.500 7l3.700 3.300M17.500 7l-3.700 3.300M12 14.500v3.900",
  filter: "M4 5h16l-6 7.500V19l-4 1.500v-8L4 5Z",
  map: "M4 5h16v14H4ZM13 13h5v4h-5Z",
  hide: "M3 3l18 18M10.600 6.100A9.800 9.800 0 0 1 12 6c5 0 8.500 4.500 9.500 6a15 15 0 0 1-2.700 3.200M6.500 7.800A15.400 15.400 0 0 0 2.500 12c1 1.500 4.500 6 9.500 6a9.600 9.600 0 0 0 4-.900M9.900 9.900a3 3 0 0 0 4.200 4.200",
  way: "M6 16.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5ZM18 2.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5ZM8.500 19H15a3.500 3.500 0 0 0 0-7H9a3.500 3.500 0 0 1 0-7h6.500",
  swap: "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
  link: "M10 14a4 4 0 0 0 6 .500l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.500l-3 3a4 4 0 0 0 6 6l1-1",
  page: "M6 3h8l4 4v14H6ZM14 3v4h4M9 12h6M9 16h6",
  table: "M4 5h16v14H4ZM4 10h16M4 14.500h16M10 5v14",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  group: "M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M9 9h6v6H9Z",
  merge: "M6 4v4c0 4 6 4 6 8v4M18 4v4c0 4-6 4-6 8M9 17l3 3 3-3",
  gone: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  tag: "M4 4h8l8 8-8 8-8-8ZM8.500 8.500h.01",
  compare: "M8 4v16M16 4v16M3 9l5-5 5 5M11 15l5 5 5-5",
  history: "M4 12a8 8 0 1 0 2.500-5.800L4 8.500M4 4v4.500h4.500M12 8v4.500l3 1.800",
  help: "M12 17v.01M12 13.500c0-2 2.500-2.200 2.500-4.300A2.500 2.500 0 0 0 12 7a2.500 2.500 0 0 0-2.500 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7v5l3 2",
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 24 units; whoever uses it says in words what it means. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill={name === "play" ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
