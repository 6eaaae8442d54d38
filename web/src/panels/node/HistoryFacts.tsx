import { ActionIcon, Tooltip } from "@mantine/core";
import { useState, type ReactElement, type ReactNode } from "react";
import { flyToNode } from "../../actions/flyToNode";
import type { NodeDetail, NodeRef } from "../../api/contract";
import { declaringFile, historyFacts, type CoChange, type Facts as HistoryAnswer, type HotSpot, type HotSpots, type Owner } from "../../api/history";
import { date, number } from "../../look/format";
import { Icon } from "../../look/icons";
import { useAnswer } from "../../state/answer";
import { useAsked } from "../../state/asked";
import { useEdition } from "../../state/edition";
import { api } from "../../state/workspace";
import { ReleaseFacts } from "./ReleaseFacts";
import node from "./Node.module.css";
import classes from "./HistoryFacts.module.css";

const places = ["File", "Folder", "Repository"];

/** What the history tells of a file, a folder or a tag; nothing of other things. */
export function HistoryFacts({ node: of, time }: { node: NodeDetail; time: number | null }): ReactElement | null {
  if ((of.types.includes("Tag") || of.types.includes("Branch")) && "points to →" in of.neighborCounts) return <ReleaseFacts tag={of} time={time} />;
  const isPlace = "← changes" in of.neighborCounts || of.types.some((type) => places.includes(type));
  if (isPlace) return <PlaceFacts place={of} of={of.id} time={time} />;
  return "← declares" in of.neighborCounts ? <DeclaredFacts node={of} time={time} /> : null;
}

/** A type or a function has the history of the file that declares it. */
function DeclaredFacts({ node: of, time }: { node: NodeDetail; time: number | null }): ReactElement | null {
  const { value: file } = useAnswer(`${of.id} ${time ?? "now"}`, of.id, (signal) => declaringFile(api(), of.id, time, signal));
  return file === null ? null : <PlaceFacts place={{ ...file, isGroup: false }} of={of.id} time={time} />;
}

interface PlaceProps {
  /** The file or folder whose history is told. */
  place: NodeRef & { isGroup: boolean };
  /** The thing whose panel it stands in. */
  of: string;
  time: number | null;
}

/** Who knows a file or folder, what changes together with it, and how hot it is; nothing where no commit changed it. */
function PlaceFacts({ place, of, time }: PlaceProps): ReactElement | null {
  const { edition, atLeast } = useEdition(place.id);
  const { value } = useAnswer(`${place.id} ${time ?? "now"} ${edition}`, place.id, (signal) => historyFacts(api(), place.id, time, atLeast, signal));
  if (!value || value.owners.commits === 0) return null;
  return <Facts place={place} of={of} facts={value} time={time} />;
}

function Facts({ place, of, facts: { owners, makers, coChanges, hotSpots }, time }: PlaceProps & { facts: HistoryAnswer }): ReactElement {
  const element = useAsked(of, "worked-on");
  return (
    <section ref={element} className={node.section} aria-labelledby="worked-on">
      <h3 id="worked-on">{place.id === of ? "Who worked on it" : "Who worked on its file"}</h3>
      {place.id !== of && (
        <button type="button" className={`plain ${node.group}`} onClick={() => flyToNode(place.id)}>
          <bdi>{place.name}</bdi>
        </button>
      )}
      <Hotness spots={hotSpots} isGroup={place.isGroup} time={time} />
      <Part title="Who knows it" more={owners.total - owners.owners.length}>
        {owners.owners.map((o) => (
          <Fact key={o.person.id} to={o.person} name={o.person.name} says={percent(o.share)} title={ownerTitle(o)} part={o.share} commits={o.reasons} of={o.commits} time={time} />
        ))}
      </Part>
      <Part title="Who changed it most" more={makers.total - makers.owners.length}>
        {makers.owners.map((o) => (
          <Fact key={o.person.id} to={o.person} name={o.person.name} says={percent(o.share)} title={makerTitle(o, makers.commits)} part={o.share} commits={o.reasons} of={o.commits} time={time} />
        ))}
      </Part>
      <Part title="Changes together with" more={coChanges.total - coChanges.coChanges.length}>
        {coChanges.coChanges.map((c) => (
          <Fact key={c.file.id} to={c.file} name={c.file.name} where={folderOf(c.path)} says={`${number(c.together)} of ${number(coChanges.commits)}`} title={coChangeTitle(c, coChanges.commits)} part={c.weight / coChanges.coChanges[0].weight} commits={c.commits} of={c.together} time={time} />
        ))}
      </Part>
    </section>
  );
}

function Hotness({ spots, isGroup, time }: { spots: HotSpots; isGroup: boolean; time: number | null }): ReactElement | null {
  if (spots.hotSpots.length === 0) return null;
  const says = (s: HotSpot): string => `${number(s.changes)} changes × ${spots.measure} ${number(s.size)}`;
  if (isGroup) {
    return (
      <Part title="Hottest in it" more={spots.total - spots.hotSpots.length}>
        {spots.hotSpots.map((s) => (
          <Fact key={s.file.id} to={s.file} name={s.file.name} where={folderOf(s.path)} says={`№ ${number(s.rank)}`} title={`${s.path ?? s.file.name}: ${says(s)}`} part={s.score / (spots.hotSpots[0].score)} commits={s.commits} of={s.changes} time={time} />
        ))}
      </Part>
    );
  }
  const own = spots.hotSpots[0];
  return (
    <p className={classes.hot}>
      Hot spot № {number(own.rank)} of {number(spots.ranked)} <span className="muted small">· {says(own)}</span>
    </p>
  );
}

function Part({ title, more, children }: { title: string; more: number; children: ReactNode[] }): ReactElement | null {
  if (children.length === 0) return null;
  return (
    <div className={classes.part}>
      <h4>{title}</h4>
      <ul aria-label={title}>{children}</ul>
      {more > 0 && <p className="small muted">and {number(more)} more</p>}
    </div>
  );
}

interface FactProps {
  to: NodeRef;
  name: string;
  /** The folder that it is in, which tells it from others of its name. */
  where?: string;
  says: string;
  title: string;
  /** How far its bar reaches, 0 to 1. */
  part: number;
  commits: string[];
  /** How many commits there are, of which some are given. */
  of: number;
  time: number | null;
}

function Fact({ to, name, where, says, title, part, commits, of, time }: FactProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="row">
        <button type="button" className={`plain row grow ${node.neighbour}`} title={title} onClick={() => flyToNode(to.id)}>
          <span className={`grow ${classes.name}`}>
            <bdi className="cut">{name}</bdi>
            {where !== undefined && <span className="muted small cut">{where}</span>}
          </span>
          <span className={classes.bar} aria-hidden="true">
            <span style={{ width: `${Math.max(3, 100 * part)}%` }} />
          </span>
          <span className={`muted small ${classes.says}`}>{says}</span>
        </button>
        <Tooltip label="By which commits?" openDelay={400}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`By which commits: ${name}`} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon name="why" size={14} />
          </ActionIcon>
        </Tooltip>
      </div>
      {open && <Commits ids={commits} of={of} title={title} time={time} />}
    </li>
  );
}

/** The commits behind a number, by name. */
function Commits({ ids, of, title, time }: { ids: string[]; of: number; title: string; time: number | null }): ReactElement {
  const key = ids.join(" ");
  const { value, problem } = useAnswer(key, key, (signal) => Promise.all(ids.map((id) => api().node(id, time, undefined, signal))));
  return (
    <div className={classes.commits}>
      <p className="small muted">{title}</p>
      {problem !== null && <p className={node.problem}>{problem}</p>}
      <ul aria-label="Commits">
        {value?.map(({ node: commit }) => (
          <li key={commit.id}>
            <button type="button" className={`plain row ${node.neighbour}`} onClick={() => flyToNode(commit.id)}>
              <span className="grow cut">{commit.name}</span>
              {commit.effectiveFrom && <span className="muted small">{date(commit.effectiveFrom)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {of > ids.length && <p className="small muted">and {number(of - ids.length)} before</p>}
    </div>
  );
}

/** The folder that a file lies in; all of the path has no room beside the name, and its beginning tells least. */
function folderOf(path = ""): string {
  return path.split("/").at(-2) ?? "";
}

function percent(part: number): string {
  return part > 0 && part < 0.01 ? "< 1 %" : `${Math.round(100 * part)} %`;
}

function commits(count: number): string {
  return count === 1 ? "1 commit" : `${number(count)} commits`;
}

function ownerTitle(o: Owner): string {
  return `${commits(o.commits)}, the last on ${date(o.lastAt)}; the later, the more it counts`;
}

function makerTitle(o: Owner, all: number): string {
  return `${number(o.commits)} of ${commits(all)}, the last on ${date(o.lastAt)}; one of very many files counts for less`;
}

function coChangeTitle(c: CoChange, all: number): string {
  return `${c.path ?? c.file.name}: in ${number(c.together)} of ${commits(all)} (${percent(c.confidence)}); one of few files counts for more`;
}
