import { Loader, TextInput } from "@mantine/core";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { allActions, furtherActions } from "../../actions/all";
import { answerOf } from "../../actions/answer";
import { lookUp } from "../../actions/lookUp";
import { recentActions, rememberAction } from "../../actions/recent";
import { Dialog } from "../../look/Dialog";
import { number } from "../../look/format";
import { Icon } from "../../look/icons";
import { Problem } from "../../look/Problem";
import { close } from "../../state/dialogs";
import { takeEarly } from "../../state/early";
import { useStore } from "../../state/store";
import { view } from "../../state/view";
import { ChoiceRow } from "./ChoiceRow";
import { sectionsOf, understood, type Choice } from "./choices";
import { useThings } from "./useThings";
import classes from "./LookUp.module.css";

const afterMs = 90;
const pageRows = 8;

/** Finds things by name, and what can be done, while one types. */
export default function LookUp(): ReactElement {
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const hurried = useRef(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const past = useStore(view, (v) => v.time !== null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(text);
      setAt(0);
    }, afterMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { words, onlyActions, question } = understood(asked);
  const { things, fuzzy, described = false, groups, ...found } = useThings(onlyActions ? "" : words, question?.type);
  const { things: ends, ...other } = useThings(question?.to ?? "");
  const answered = found.answered && other.answered;
  const problem = found.problem ?? other.problem;
  const ofType = words === "" && question?.type !== undefined ? question.type : null;
  const missing = things.length === 0 ? words : (question?.to ?? words);
  const actions = useMemo(() => [...allActions.filter((a) => a !== lookUp), ...furtherActions()], []);
  const recent = useMemo(() => recentActions(), []);
  // Actions that stood there before the things would be chosen by an early Enter.
  const [now] = useState(() => Date.now());
  const sections = answered ? sectionsOf(asked, { things, fuzzy, described, ends }, actions, recent, now) : [];
  const choices = sections.flatMap((s) => s.choices);
  const chosen = choices.at(Math.min(at, choices.length - 1));

  const choose = (choice: Choice | undefined): void => {
    if (!choice) return;
    if (choice.kind === "action" && choice.unavailable !== null) return setRefusal(choice.unavailable);
    close();
    if (choice.kind === "thing") return answerOf(choice.thing.id, choice.question?.part ?? null, choice.question?.way ?? null);
    if (actions.includes(choice.action)) rememberAction(choice.action.name);
    choice.action.run();
  };
  // Enter came before the answer to what was typed last: it counts once that is there.
  useEffect(() => {
    if (!hurried.current || asked !== text || !answered) return;
    hurried.current = false;
    choose(chosen);
  });
  const press = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + pageRows, PageUp: at - pageRows }[event.key];
    if (to !== undefined) {
      // One step beyond an end goes round; a page stops there.
      const last = choices.length - 1;
      setAt(to > last ? (event.key === "ArrowDown" && at >= last ? 0 : last) : to < 0 ? (event.key === "ArrowUp" && at <= 0 ? last : 0) : to);
      setRefusal(null);
    } else if (event.key === "Enter") {
      if (asked === text && answered) choose(chosen);
      else hurried.current = true;
    } else return;
    event.preventDefault();
  };

  const some = choices.filter((c) => c.kind === "thing").length;
  const told = !answered ? "" : `${words === "" || onlyActions ? "" : `${number(some)} ${some === 1 ? "thing" : "things"}, `}${number(choices.length - some)} actions`;
  return (
    <Dialog label="Look up by name" size={600} padding={0} onClose={close}>
      <TextInput
        autoFocus
        size="lg"
        variant="unstyled"
        leftSection={found.slow || other.slow ? <Loader size="xs" /> : <Icon name={onlyActions ? "right" : "search"} />}
        leftSectionWidth={48}
        placeholder="A name, “who wrote README”, or > action"
        aria-label="Look up by name, or do something"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={choices.length > 0}
        aria-controls="found"
        aria-activedescendant={chosen?.id}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setRefusal(null);
          hurried.current = false;
        }}
        onFocus={() => {
          const typed = takeEarly();
          if (typed !== "") setText((before) => before + typed);
        }}
        onKeyDown={press}
        styles={{ input: { paddingLeft: 48 } }}
      />
      <div id="found" role="listbox" aria-label="Found" className={classes.found}>
        {sections.map(({ heading, choices: some }) => (
          <div key={heading} role="group" aria-label={heading}>
            <div className={classes.heading} aria-hidden="true">
              {heading}
            </div>
            {some.map((choice) => (
              <ChoiceRow key={choice.id} choice={choice} words={words} place={choice.kind === "thing" ? (groups.get(choice.thing.id) ?? "") : ""} chosen={choice === chosen} onPoint={() => setAt(choices.indexOf(choice))} onChoose={() => choose(choice)} />
            ))}
          </div>
        ))}
      </div>
      <Problem className={classes.note} text={problem} />
      {answered && choices.length === 0 && problem === null && (
        <p className={classes.note}>
          {onlyActions ? `Nothing that can be done goes by “${words}”.` : ofType !== null ? `There is nothing of type ${ofType}${past ? " at the time you look at" : ""}. The panel “Types” lists all that there are.` : `Nothing has a name with “${missing}” in it${past ? " at the time you look at" : ""}. A part of a name is enough; “who wrote …”, “what depends on …”, “how is … connected to …”, “which services are there”, “where is … described”, “hot spots”, “what changed since” a release, and “what changed last week” are understood, too.`}
        </p>
      )}
      <div className={classes.foot}>
        <span className="grow" role="status">
          {refusal ?? <span className="hidden-text">{told}</span>}
        </span>
        {refusal === null && (
          <span aria-hidden="true">
            <kbd>↑</kbd> <kbd>↓</kbd> choose · <kbd>Enter</kbd> {chosen?.kind === "thing" ? "fly there" : "do it"} · <kbd>&gt;</kbd> actions only
          </span>
        )}
      </div>
    </Dialog>
  );
}
