import type { PeopleChange } from "../api/live";
import { mapState } from "../map/client";
import { mark } from "./marks";
import { store } from "./store";
import { view } from "./view";

/** Someone else who looks at this workspace now; perhaps oneself, in another tab. */
export interface Person {
  client: string;
  name: string;
  colour: string;
  selected: string | null;
  hovered: string | null;
}

export interface People {
  /** This page, as the others know it; null where nobody is told. */
  me: string | null;
  /** What the others call this browser's user. */
  name: string;
  others: Person[];
}

const nameKey = "alchemist.name";
const longestName = 40;
const longestId = 64;

/** Dark enough for white letters. */
const colours = ["#a61e4d", "#6741d9", "#1864ab", "#0b7285", "#2b6b34", "#a8480a", "#862e9c", "#5c3d1e"];

export const people = store<People>({ me: null, name: storedName(), others: [] });

function storedName(): string {
  return typeof localStorage === "undefined" ? "" : (localStorage.getItem(nameKey) ?? "");
}

/** The same on every page. */
export function colourOf(client: string): string {
  let sum = 0;
  for (const c of client) sum = (sum * 31 + c.charCodeAt(0)) >>> 0;
  return colours[sum % colours.length];
}

export function nameMyself(name: string): void {
  const kept = name.trim().slice(0, longestName);
  localStorage.setItem(nameKey, kept);
  people.put({ name: kept });
}

/** What this page shows of itself. */
export function presenceNow(): object {
  return { name: people.get().name, selected: view.get().selected, hovered: mapState.get().hovered?.id ?? null };
}

export function hearOfPeople(change: PeopleChange): void {
  switch (change.say) {
    case "here":
      return people.put({ me: change.me, others: [] });
    case "alone":
      return people.put({ me: null, others: [] });
    case "left":
      return people.put((p) => ({ others: p.others.filter((o) => o.client !== change.client) }));
    case "shown": {
      const person = read(change.client, change.state);
      return people.put((p) => ({
        others: p.others.some((o) => o.client === person.client) ? p.others.map((o) => (o.client === person.client ? person : o)) : [...p.others, person],
      }));
    }
  }
}

/** Others may send anything. */
function read(client: string, state: unknown): Person {
  const said = typeof state === "object" && state !== null ? (state as Record<string, unknown>) : {};
  const id = (value: unknown): string | null => (typeof value === "string" && value !== "" && value.length <= longestId ? value : null);
  return {
    client,
    name: typeof said.name === "string" && said.name.trim() !== "" ? said.name.trim().slice(0, longestName) : "Someone",
    colour: colourOf(client),
    selected: id(said.selected),
    hovered: id(said.hovered),
  };
}

let marked = people.get().others;
people.subscribe(() => {
  const { others } = people.get();
  if (others === marked) return;
  marked = others;
  mark({
    people: others.flatMap(({ name, colour, selected, hovered }) => [
      ...(selected ? [{ id: selected, name, colour, chosen: true }] : []),
      ...(hovered && hovered !== selected ? [{ id: hovered, name, colour, chosen: false }] : []),
    ]),
  });
});
