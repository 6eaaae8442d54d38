import { Popover, TextInput, Tooltip } from "@mantine/core";
import { useEffect, useState, type ReactElement } from "react";
import { map, mapState } from "../../map/client";
import { colourOf, nameMyself, people, type Person } from "../../state/people";
import { useStore } from "../../state/store";
import classes from "./Header.module.css";

const mostShown = 5;

/** Who else looks at this workspace, and at what; shown only where somebody does. */
export function People(): ReactElement | null {
  const others = useStore(people, (p) => p.others);
  const me = useStore(people, (p) => p.me);
  if (others.length === 0 || me === null) return null;
  return (
    <ul className={classes.people} aria-label="Who looks at this too">
      {others.slice(0, mostShown).map((person) => (
        <Other key={person.client} person={person} />
      ))}
      {others.length > mostShown && <li className={classes.more}>+{others.length - mostShown}</li>}
      <Myself me={me} />
    </ul>
  );
}

function Other({ person }: { person: Person }): ReactElement {
  const thing = useThing(person.selected ?? person.hovered);
  const words = thing === null ? `${person.name} is here` : `${person.name} looks at ${thing}`;
  return (
    <li>
      <Tooltip label={words} fz={12}>
        <button
          type="button"
          className={`plain ${classes.person}`}
          style={{ background: person.colour }}
          aria-label={words}
          onClick={() => person.selected && map.tell({ say: "fly", id: person.selected })}
        >
          {initial(person.name)}
        </button>
      </Tooltip>
    </li>
  );
}

function Myself({ me }: { me: string }): ReactElement {
  const name = useStore(people, (p) => p.name);
  return (
    <li>
      <Popover position="bottom-end" shadow="md" width={220} trapFocus>
        <Popover.Target>
          <button type="button" className={`plain ${classes.person}`} style={{ background: colourOf(me) }} data-me aria-label={name === "" ? "You: say your name" : `You: ${name}`}>
            {name === "" ? "you" : initial(name)}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <TextInput label="Your name, as the others see it" value={name} maxLength={40} placeholder="Someone" onChange={(event) => nameMyself(event.currentTarget.value)} />
        </Popover.Dropdown>
      </Popover>
    </li>
  );
}

function initial(name: string): string {
  return String.fromCodePoint(name.codePointAt(0) ?? 63).toUpperCase();
}

/** The name of a thing on the map; null: none that is known. */
function useThing(id: string | null): string | null {
  const edition = useStore(mapState, (m) => m.edition);
  const [found, put] = useState<{ id: string; name: string | null } | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    let wanted = true;
    void map.names([id]).then(([name]) => {
      if (wanted) put({ id, name: name ?? null });
    });
    return () => {
      wanted = false;
    };
  }, [id, edition]);
  return id !== null && found?.id === id ? found.name : null;
}
