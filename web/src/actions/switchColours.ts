import type { Action } from "./action";

const key = "mantine-color-scheme-value";

/** Dark where it was light, light where it was dark; this browser keeps it. */
export const switchColours: Action = {
  name: "Dark or light",
  group: "Show",
  words: "theme colours night day",
  run: () => {
    const scheme = document.documentElement.getAttribute("data-mantine-color-scheme") === "dark" ? "light" : "dark";
    localStorage.setItem(key, scheme);
    // The provider hears of what other pages store, and of this.
    window.dispatchEvent(new StorageEvent("storage", { key, newValue: scheme, storageArea: localStorage }));
  },
};
