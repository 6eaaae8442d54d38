import { store } from "./store";

/** At which step of the tour one is; null: on none. */
export const tour = store<{ step: number | null }>({ step: null });
