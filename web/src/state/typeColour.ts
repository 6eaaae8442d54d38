import { useComputedColorScheme } from "@mantine/core";
import { mapState } from "../map/client";
import { useStore } from "./store";
import { otherColour, paletteOf } from "../look/palette";

/** The colour of a place in the palette, as the map shows it now. */
export function useTypeColour(): (place: number) => string {
  const dark = useComputedColorScheme("light") === "dark";
  const { steps, own } = useStore(mapState, (m) => m.coloured);
  const palette = paletteOf(dark, steps, own);
  return (place) => palette.types[place] ?? palette.types[otherColour];
}
