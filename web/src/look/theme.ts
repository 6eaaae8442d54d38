import { createTheme, type MantineColorsTuple } from "@mantine/core";

const sea: MantineColorsTuple = ["#e6f6f8", "#d3eaee", "#a8d4dc", "#79bdc9", "#52a9b9", "#399caf", "#2895aa", "#178296", "#087487", "#006577"];

export const theme = createTheme({
  primaryColor: "sea",
  primaryShade: { light: 8, dark: 8 },
  colors: { sea },
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  headings: { fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
});
