import { NativeSelect, TextInput } from "@mantine/core";
import { useMemo, type ReactElement } from "react";
import { useAnswer } from "../../state/answer";
import { called } from "../../state/called";
import { stream } from "../../state/session";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { api } from "../../state/workspace";
import { writeFilter, type EventFilter } from "./filter";
import { eventTitle } from "./sentence";
import classes from "./Events.module.css";

/** Every field that narrows the events, to be chosen where one does not want to type it. */
export function Fields({ filter }: { filter: EventFilter }): ReactElement {
  const workspace = useStore(view, (v) => v.workspace);
  const { value } = useAnswer(workspace, workspace, (signal) => api().eventCounts({}, 1, signal));
  const events = useStore(stream, (s) => s.events);
  const actors = useMemo(() => new Map(events.flatMap((e) => (e.actor ? [[e.actor, called(e.actor, e.actorName) ?? e.actor] as const] : []))), [events]);
  const clients = useMemo(() => [...new Set(events.flatMap((e) => (e.client ? [e.client] : [])))].slice(-20), [events]);
  const types = value?.types.map((t) => t.type) ?? [];
  const contexts = [...new Set(types.map((t) => t.split(".")[0]))];
  const put = (change: EventFilter): void => view.put({ filter: writeFilter({ ...filter, ...change }) });
  const choice = (label: string, field: "context" | "type" | "actor" | "client", all: { value: string; label: string }[]): ReactElement => {
    const now = filter[field] ?? "";
    const data = [{ value: "", label: "any" }, ...all, ...(now !== "" && !all.some((a) => a.value === now) ? [{ value: now, label: now }] : [])];
    return <NativeSelect size="xs" label={label} value={now} data={data} onChange={(e) => put({ [field]: e.currentTarget.value || undefined })} />;
  };
  const position = (label: string, field: "from" | "to"): ReactElement => (
    <TextInput size="xs" type="number" min={1} label={label} value={filter[field] ?? ""} onChange={(e) => put({ [field]: e.currentTarget.value === "" ? undefined : Number(e.currentTarget.value) })} />
  );
  const day = (label: string, field: "since" | "until"): ReactElement => (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={filter[field]?.slice(0, 10) ?? ""}
      onChange={(e) => put({ [field]: e.currentTarget.value === "" ? undefined : `${e.currentTarget.value}T${field === "until" ? "23:59:59.999" : "00:00:00.000"}Z` })}
    />
  );
  return (
    <div className={classes.fields}>
      {choice("Context", "context", contexts.map((c) => ({ value: c, label: c })))}
      {choice("Type", "type", types.map((t) => ({ value: t, label: eventTitle(t) })))}
      {choice("On behalf of", "actor", [...actors].map(([id, name]) => ({ value: id, label: name })))}
      {choice("Sent by", "client", clients.map((c) => ({ value: c, label: `client ${c.slice(0, 8)}…` })))}
      {position("From event", "from")}
      {position("To event", "to")}
      {day("Recorded since", "since")}
      {day("Recorded until", "until")}
    </div>
  );
}
