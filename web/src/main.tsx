import "./look/styles";
import { MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { followOutbox } from "./actions/followOutbox";
import { App } from "./App";
import { keepFocus } from "./look/keepFocus";
import { theme } from "./look/theme";
import { map } from "./map/client";
import { followChanges } from "./state/changes";
import { followReading } from "./state/reading";
import { followSeen } from "./state/seen";
import { followTried } from "./state/tried";
import { begin } from "./state/workspace";

declare global {
  interface Window {
    /** For measurements from outside: `await alchemist.measure(5)`; and for tests, to break what may break. */
    alchemist?: { measure: typeof map.measure; breakForTest: typeof map.breakForTest };
  }
}

window.alchemist = { measure: (seconds) => map.measure(seconds), breakForTest: (what) => map.breakForTest(what) };

const root = document.getElementById("app");
if (!root) throw new Error("the page has no place for the app");
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <App />
  </MantineProvider>,
);
keepFocus();
followChanges();
followSeen();
followTried();
followOutbox();
followReading();
void begin();
