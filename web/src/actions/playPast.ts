import { mapState } from "../map/client";
import { playing, togglePlay } from "./play";
import type { Action } from "./action";

/** Lets the past pass by, or stops that. */
export const playPast: Action = { name: "Play the past", group: "Time", words: "animate history film stop", keys: ["shift+p"], unavailable: () => (mapState.get().histogram === null && !playing.get().on ? "There is no past to play yet." : null), run: togglePlay };
