import { useComputedColorScheme } from "@mantine/core";
import { useStore } from "../state/store";
import { view } from "../state/view";
import { ageing, darkPalette, lightPalette, otherColour } from "./palette";

/** The colour of a place in the palette, as the map shows it now. */
export function useTypeColour(): (place: number) => string {
  const plain = useComputedColorScheme("light") === "dark" ? darkPalette : lightPalette;
  const palette = useStore(view, (v) => v.colourBy) === "age" ? ageing(plain) : plain;
  return (place) => palette.types[place] ?? palette.types[otherColour];
}
