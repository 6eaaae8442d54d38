import { view } from "../state/view";

/** All that is selected, what the panel tells of last. */
export function selection(): string[] {
  const { selected, also } = view.get();
  return selected === null ? [] : [...also, selected];
}

/** For actions on what is selected: why they cannot be done. */
export function nothingSelected(): string | null {
  return view.get().selected === null ? "Select something on the map first." : null;
}
