import { ActionIcon, Button, CloseButton, Popover, TextInput } from "@mantine/core";
import { useEffect, useRef, type ReactElement } from "react";
import { useTypeColour } from "../../state/typeColour";
import { Icon } from "../../look/icons";
import { map, mapState } from "../../map/client";
import { filter } from "../../state/filter";
import { useStore } from "../../state/store";
import { Tick } from "./Tick";
import classes from "./Outline.module.css";

/** What of the graph is listed: by what the name holds, and by type. */
export function FilterBar(): ReactElement {
  const { text, types } = useStore(filter, (f) => f);
  const known = useStore(mapState, (m) => m.types);
  const colour = useTypeColour();
  const only = types.length === 1 ? types[0] : null;
  const shown = useRef<string | null>(null);
  useEffect(() => {
    // The map points out the one type that is listed, and leaves alone what its legend points out.
    if (only !== shown.current) map.highlight(only);
    shown.current = only;
  }, [only]);
  const toggle = (type: string): void => {
    const next = types.includes(type) ? types.filter((t) => t !== type) : [...types, type];
    filter.put({ types: next });
  };
  return (
    <div className={classes.filter}>
      <TextInput
        size="xs"
        className="grow"
        dir="auto"
        aria-label="Filter by name"
        placeholder="Filter by name"
        value={text}
        onChange={(e) => filter.put({ text: e.currentTarget.value })}
        rightSection={text !== "" && <CloseButton size="xs" aria-label="Any name" onClick={() => filter.put({ text: "" })} />}
      />
      <Popover position="bottom-end" width={240} trapFocus>
        <Popover.Target>
          <Button size="compact-sm" variant={types.length > 0 ? "light" : "subtle"} color={types.length > 0 ? undefined : "gray"} rightSection={<Icon name="down" size={12} />}>
            <span className={`cut ${classes.typesLabel}`}>{types.length === 0 ? "All types" : types.length === 1 ? types[0] : `${types.length} types`}</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.menu} aria-label="Types that are listed">
          {known.map((t) => (
            <Tick key={t.type} name={t.type} count={t.count} colour={colour(t.colour)} ticked={types.includes(t.type)} onTick={() => toggle(t.type)} />
          ))}
        </Popover.Dropdown>
      </Popover>
      {(types.length > 0 || text !== "") && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label="Show all again"
          title="Show all again"
          onClick={() => {
            filter.put({ types: [], text: "" });
          }}
        >
          <Icon name="undo" size={14} />
        </ActionIcon>
      )}
    </div>
  );
}
