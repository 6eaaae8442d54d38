import { useComputedColorScheme } from "@mantine/core";
import { darkPalette, lightPalette, otherColour } from "./palette";

/** The colour of a place in the palette, as the map shows it now. */
export function useTypeColour(): (place: number) => string {
  const palette = useComputedColorScheme("light") === "dark" ? darkPalette : lightPalette;
  return (place) => palette.types[place] ?? palette.types[otherColour];
}
