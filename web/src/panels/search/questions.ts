import type { Part, Way } from "../../state/asked";

/** What is asked of a thing, and which part of its panel answers. */
export interface Question {
  /** The name of the thing, or a part of it. */
  about: string;
  part: Part | null;
  /** Of what it is tied to: what leads to it, or where it leads. */
  way: Way | null;
  /** The name of another thing: asked is how the two are connected. */
  to?: string;
  /** Asked of things of this type: of all where nothing is named. */
  type?: string;
  /** Asked is what changed since it was there. */
  since?: true;
  /** Asked is where something is said of it: pages and their sections answer. */
  said?: true;
}

const hour = 3_600_000;
const day = 24 * hour;
const spans: Record<string, number> = { hour, day, today: day, yesterday: day, week: 7 * day, month: 30 * day, quarter: 91 * day, year: 365 * day };

const uses = "depend on|use|call|import|need|refer to|mention|link to|test|extend|implement|include|read|reference|run|select|mount|connect to|route to|configure|scale";
const isUsed = "depends on|uses|calls|imports|needs|refers to|mentions|links to|tests|extends|implements|includes|reads|references|runs|selects|mounts|connects to|routes to|configures|scales";
const used = "used|called|imported|tested|mentioned|referred to|referenced|deployed|run|mounted|configured|exposed";
const told = "defined|declared|implemented|located|made|kept|written";
const said = "described|documented|explained|discussed|specified|mentioned in (?:the )?(?:docs|documentation)";
const changes = "change|edit|touch|rename|move|remove|delete|drop|replace";
/** Behind “in”: a span of time, not a place. */
const aTime = "(?!(?:(?:the|a|an)\\s+)?(?:last|past|this|hour|day|week|month|quarter|year|\\d{1,3}\\s)\\b)";

const tied = "connected|related|linked|tied|coupled";
const reaches = "reach|get to|lead to|depend on|use|call|know(?: of)?|come to|talk to|affect";

const waysBetween: readonly RegExp[] = [
  /^(?:what is |show (?:me )?)?(?:the )?(?:shortest )?(?:path|way|route|connection|link)s? (?:from|between)\s+(.+?)\s+(?:to|and)\s+(.+)$/i,
  new RegExp(`^how (?:is|are)\\s+(.+?)\\s+(?:${tied}) (?:to|with)\\s+(.+)$`, "i"),
  new RegExp(`^how (?:is|are)\\s+(.+?)\\s+and\\s+(.+?)\\s+(?:${tied})$`, "i"),
  new RegExp(`^how (?:does|do|can)\\s+(.+?)\\s+(?:${reaches})\\s+(.+)$`, "i"),
];

/** What all of it is: of the repository. */
const whole = /^(?:(?:what(?:['’]s| is| does)|explain|describe)\s+(?:all this|this|it|(?:this|the)\s+(?:project|repo(?:sitory)?|system|code ?base|software|program|app(?:lication)?))|(?:(?:give|show) me )?an overview)(?:\s+(?:do|about|for|all about))?$/i;

/** All things of a type, or how they hang together. */
const ofOneType: readonly { form: RegExp; part: Part | null; way?: Way }[] = [
  { form: new RegExp(`^(?:which|what) ([a-z]+(?: [a-z]+)?) (?:${uses}|talk to|know|lead to) (?:which|what|whom|each other|one another)(?: [a-z]+)?$`, "i"), part: "neighbours", way: "out" },
  { form: /^(?:which|what) (?:(?:are|is) the )?([a-z]+(?: [a-z]+)?) (?:are there|is there|exist|do we have|are in (?:it|here|this)|does (?:it|this) have)$/i, part: null },
  { form: /^(?:list|(?:show|find|give)(?: me)? all)(?: of)?(?: all)?(?: the)? ([a-z]+(?: [a-z]+)?)$/i, part: null },
];

/** What people call otherwise than it is called here. */
const typesOf = new Map(
  Object.entries({
    Person: ["people", "contributor", "author", "developer", "maintainer"],
    Tag: ["release", "version"],
    Repository: ["repo"],
    Operation: ["endpoint"],
    Folder: ["directory"],
    Page: ["document", "doc"],
    PullRequest: ["pull request"],
    Library: ["dependency", "package"],
    Service: ["container", "microservice"],
    Enumeration: ["enum"],
  }).flatMap(([type, words]) => words.map((word) => [word, type] as const)),
);

/** The type of which a word names several things. */
function typeOf(several: string): string {
  const word = several.toLowerCase();
  const one = /(?:ss|x|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "");
  return typesOf.get(one) ?? one.charAt(0).toUpperCase() + one.slice(1);
}

/** Behind “since”: a release, by its name. */
const sinceRelease = new RegExp(`^what(?:['’]s| is| has| have| was)?\\s+(?:changed|changes|new|added|happened)\\s+(?:since|after)\\s+${aTime}(?!today|yesterday|\\d{4}(?:-\\d\\d){0,2}$)(?:(?:the\\s+)?(?:release|tag|version)\\s+)?(.+)$`, "i");

/** What is hard to work on, in all that is there or in some of it. */
const hardPlaces = /^(?:what|where|which)?\s*(?:is|are)?\s*(?:the )?(?:hot ?spots?|hottest files?|riskiest files?)(?: (?:of|in)\s+(.+))?$/i;

const isSaid = new RegExp(`^where (?:is|are)\\s+(.+?)\\s+(?:${said})$`, "i");

const forms: readonly { form: RegExp; part: Part | null; way?: Way }[] = [
  { form: /^who (?:wrote|made|built|owns|maintains|knows|changed|edited|touched|works? on|worked on|committed to|is (?:the )?(?:author|owner|expert) (?:of|for|on))\s+(.+)$/i, part: "worked-on" },
  { form: /^(?:the )?(?:authors?|owners?|experts?) (?:of|for|on)\s+(.+)$/i, part: "worked-on" },
  { form: /^what (?:is |usually )?change[sd]? (?:together )?with\s+(.+)$/i, part: "worked-on" },
  { form: new RegExp(`^(?:who|what|(?:which|what) [a-z]+) (?:${isUsed})\\s+(.+)$`, "i"), part: "neighbours", way: "in" },
  { form: new RegExp(`^(?:which|what) [a-z]+s (?:${uses})\\s+(.+)$`, "i"), part: "neighbours", way: "in" },
  { form: new RegExp(`^where (?:is|are)\\s+(.+?)\\s+(?:${used})$`, "i"), part: "neighbours", way: "in" },
  { form: new RegExp(`^what (?:(?:would|will|could|might|may) )?breaks? (?:if|when) (?:\\w+ )?(?:${changes})s?\\s+(.+)$`, "i"), part: "neighbours", way: "in" },
  { form: /^what (?:is|are|would be) (?:affected|impacted|broken) by\s+(?:(?:a|the) change (?:of|to|in)\s+)?(.+)$/i, part: "neighbours", way: "in" },
  { form: new RegExp(`^what(?: has)? changed in\\s+${aTime}(.+?)(?:\\s+(?:(?:in|during|over|within) )?(?:the )?(?:last|past|this) .+)?$`, "i"), part: "worked-on" },
  { form: new RegExp(`^what(?: is|['’]s) new in\\s+${aTime}(.+)$`, "i"), part: null },
  { form: new RegExp(`^where (?:is|are)\\s+(.+?)\\s+(?:${told})$`, "i"), part: null },
  { form: new RegExp(`^(?:what|(?:which|what) [a-z]+) (?:does|do)\\s+(.+?)\\s+(?:${uses})$`, "i"), part: "neighbours", way: "out" },
  { form: /^when (?:was|were|did)\s+(.+?)\s+(?:last )?(?:written|added|made|created|changed|change|edited|renamed|moved|come|begin|appear)$/i, part: "history" },
  { form: /^(?:what happened to|(?:the )?history of)\s+(.+)$/i, part: "history" },
  { form: /^(?:where|what|who) (?:is|are)\s+(.+)$/i, part: null },
  { form: /^(?:show|find|open|go to)(?: me)?\s+(.+)$/i, part: null },
];

/** What a sentence asks of which thing; null: it is no question that is understood, so it is a name. */
export function questionOf(text: string): Question | null {
  const asked = text.trim().replace(/\s*\?+$/, "");
  for (const form of waysBetween) {
    const ends = form.exec(asked);
    if (ends) return { about: bare(ends[1]), part: null, way: null, to: bare(ends[2]) };
  }
  if (whole.test(asked)) return { about: "", part: null, way: null, type: "Repository" };
  for (const { form, part, way } of ofOneType) {
    const several = form.exec(asked)?.[1];
    if (several !== undefined) return { about: "", part, way: way ?? null, type: typeOf(several) };
  }
  const release = sinceRelease.exec(asked)?.[1];
  if (release !== undefined) return { about: bare(release), part: null, way: null, type: "Tag", since: true };
  const where = isSaid.exec(asked)?.[1];
  if (where !== undefined) return { about: bare(where), part: "neighbours", way: "in", said: true };
  const hard = hardPlaces.exec(asked);
  if (hard) return { about: bare(hard.at(1) ?? ""), part: "worked-on", way: null, ...(hard.at(1) === undefined ? { type: "Repository" } : {}) };
  for (const { form, part, way } of forms) {
    const about = form.exec(asked)?.[1];
    if (about !== undefined) return { about: bare(about), part, way: way ?? null };
  }
  return null;
}

/** Since when something is asked to have changed, in ms since 1970; null: that is not what is asked. */
export function sinceOf(text: string, now: number): number | null {
  const asked = text.trim().replace(/\s*\?+$/, "");
  const found = /^what(?:['’]s| is| has| have| was)?\s+(?:changed|changes|new|added|happened)\b\s*(.*)$/i.exec(asked);
  if (!found) return null;
  const when = found[1].toLowerCase();
  const date = /^since (\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(when);
  if (date) {
    const time = Date.parse(`${date[1]}-${date.at(2) ?? "01"}-${date.at(3) ?? "01"}T00:00:00Z`);
    return Number.isNaN(time) ? null : time;
  }
  const span = /^(?:(?:since|in|during|over|within)\s+)?(?:the\s+)?(?:(?:last|past|this)\s+)?(?:(\d{1,3})\s+)?(today|yesterday|hour|day|week|month|quarter|year)s?$/.exec(when);
  return span ? now - Number(span.at(1) ?? 1) * spans[span[2]] : null;
}

const kinds = "file|folder|class|function|method|module|package|type|person|table|interface|struct|record|enum|view|image";

/** Without what people put before a name and behind it. */
function bare(about: string): string {
  return about
    .replace(/^(?:the|a|an)\s+/i, "")
    .replace(new RegExp(`^(?:${kinds})\\s+(?=\\S)`, "i"), "")
    .replace(new RegExp(`(?<=^\\S+)\\s+(?:${kinds})$`, "i"), "")
    .replace(/^["'“‘`](.+)["'”’`]$/, "$1")
    .trim();
}
