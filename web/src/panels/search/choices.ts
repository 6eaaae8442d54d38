import type { Action } from "../../actions/action";
import { findActions } from "../../actions/findActions";
import { compareSince, compareSinceThing } from "../../actions/answer";
import { showWayBetween } from "../../actions/showWay";
import type { NodeRef } from "../../api/contract";
import { date } from "../../look/format";
import { questionOf, sinceOf, type Question } from "./questions";

/** A thing that answers a question has it with it; what is done may have more to say than the group that it belongs to. */
export type Choice = { kind: "thing"; id: string; thing: NodeRef; question: Question | null } | { kind: "action"; id: string; action: Action; unavailable: string | null; of?: string };

/** Choices under one heading. */
export interface Section {
  heading: string;
  choices: Choice[];
}

const mostActionsBesideThings = 6;

/** What one typed, told apart: behind a `>` stand actions alone; of a question the thing is looked up that it is about. */
export function understood(text: string): { words: string; onlyActions: boolean; question: Question | null } {
  const trimmed = text.trim();
  if (trimmed.startsWith(">")) return { words: trimmed.slice(1).trim(), onlyActions: true, question: null };
  const question = questionOf(trimmed);
  return { words: question?.about ?? trimmed, onlyActions: false, question };
}

const places = new Set(["File", "Folder", "Repository"]);

/** Where something is said of others. */
const pages = new Set(["Section", "Page", "Decision", "Web page"]);

/** What is seldom meant where one asks what leads to it: they only have the same name as what is used, run or called. */
const onlyNamed = new Set(["Folder", "Section", "Commit", "Tag", "Branch", "PullRequest", "Issue"]);

/**
 * Of what commits changed it is known who did: files and folders stand before what only has the same name. Of what is tied to others
 * these stand last, but before what is not called just so.
 */
function firstThoseThatAnswer(things: NodeRef[], question: Question | null, called: string): NodeRef[] {
  if (question?.part !== "worked-on" && question?.part !== "neighbours" && question?.to === undefined) return things;
  const is = (thing: NodeRef, types: Set<string>): boolean => thing.types.some((type) => types.has(type));
  if (question.said) return inOrder(things, (thing) => (is(thing, pages) ? 0 : 1));
  if (question.part === "worked-on") return inOrder(things, (thing) => (is(thing, places) ? 0 : 1));
  const name = called.toLowerCase();
  return inOrder(things, (thing) => (thing.name.toLowerCase() === name ? 0 : 2) + (is(thing, onlyNamed) ? 1 : 0));
}

function inOrder(things: NodeRef[], rank: (thing: NodeRef) => number): NodeRef[] {
  return [...things].sort((a, b) => rank(a) - rank(b));
}

/** What shows all that changed since a moment. */
function sinceThen(time: number): Choice {
  const action: Action = { name: `What changed since ${date(time)}`, group: "Time", run: () => compareSince(time) };
  return { kind: "action", id: "do-since", action, unavailable: null };
}

/** The same, since a release was made. */
function sinceThing(thing: NodeRef): Choice {
  const action: Action = { name: `What changed since ${thing.name}`, group: "Time", run: () => void compareSinceThing(thing.id) };
  return { kind: "action", id: `do-since-${thing.id}`, action, unavailable: null, of: thing.types.at(0) ?? "Group" };
}

const mostOfAnEnd = 3;

/** What shows how one of some things is connected to one of others, the best of both first. */
function ways(from: NodeRef[], to: NodeRef[]): Choice[] {
  const pairs = from.slice(0, mostOfAnEnd).flatMap((one, f) => to.slice(0, mostOfAnEnd).map((other, t) => ({ one, other, rank: f + t })));
  return pairs
    .filter(({ one, other, rank }) => one.id !== other.id && rank < mostOfAnEnd)
    .sort((a, b) => a.rank - b.rank)
    .map(({ one, other }) => {
      const action: Action = { name: `${one.name} → ${other.name}`, group: "Map", run: () => showWayBetween(one.id, other.id) };
      return { kind: "action", id: `way-${one.id}-${other.id}`, action, unavailable: null, of: [one, other].map((end) => end.types.at(0) ?? "Group").join(" → ") };
    });
}

function headingOf(question: Question | null): string {
  if (question?.to !== undefined) return "How they are connected";
  if (question?.since) return "Answers";
  if (question?.type === "Repository" && question.part === null) return "What this is";
  if (question?.type !== undefined && question.about === "" && question.part !== "worked-on") return `All of type ${question.type}`;
  if (question?.said) return "Where something is said of it, and what mentions it";
  if (!question?.part) return "Things";
  if (question.part === "history") return "What happened to";
  if (question.part === "worked-on") return "Who worked on, and what changes with";
  return question.way === "in" ? "What leads to" : "What is tied to";
}

/** What the server found; `described`: no name is as asked for, these have all its words in their descriptions or names; `fuzzy`: nor are any, these are spelt nearly so. */
export interface Found {
  things: NodeRef[];
  fuzzy: boolean;
  described?: boolean;
  /** What is called as the other end of a way that is asked for. */
  ends?: NodeRef[];
}

/** What can be chosen: things first, as one mostly looks for these; all actions where nothing else is asked for. */
export function sectionsOf(text: string, { things, fuzzy, described = false, ends = [] }: Found, actions: readonly Action[], recent: readonly string[], now: number): Section[] {
  const { words, onlyActions, question } = understood(text);
  const since = onlyActions ? null : sinceOf(text, now);
  const all = findActions(actions, words, recent);
  const choice = ({ action, unavailable }: (typeof all)[number]): Choice => ({ kind: "action", id: `do-${action.name.replace(/\W+/g, "-")}`, action, unavailable });
  const sections: Section[] = [];
  if (!onlyActions && (words !== "" || question !== null)) {
    if (since !== null) sections.push({ heading: "Answers", choices: [sinceThen(since)] });
    const otherwise = question?.to !== undefined ? "" : fuzzy ? "spelt alike" : described ? "described so" : "";
    const heading = otherwise === "" ? headingOf(question) : `Nothing is called “${words}”; ${otherwise}`;
    const answers = firstThoseThatAnswer(things, question, words);
    const found: Choice[] = question?.since ? answers.map(sinceThing) : question?.to === undefined ? answers.map((thing) => ({ kind: "thing", id: `found-${thing.id}`, thing, question })) : ways(answers, firstThoseThatAnswer(ends, question, question.to));
    sections.push({ heading, choices: found });
    if (words !== "") sections.push({ heading: "Actions", choices: all.slice(0, mostActionsBesideThings).map(choice) });
  } else if (words !== "") {
    sections.push({ heading: "Actions", choices: all.map(choice) });
  } else {
    const lately = all.filter((f) => f.recent && f.unavailable === null);
    sections.push({ heading: "Done lately", choices: lately.map(choice) });
    sections.push({ heading: "Actions", choices: all.filter((f) => !lately.includes(f)).map(choice) });
  }
  return sections.filter((s) => s.choices.length > 0);
}
