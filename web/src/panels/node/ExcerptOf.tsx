import { Loader } from "@mantine/core";
import type { ReactElement } from "react";
import { moment } from "../../look/format";
import { useAnswer } from "../../state/answer";
import { api } from "../../state/workspace";
import classes from "./Node.module.css";

/** The lines of the file that a source states of a thing, as the file is now; `quiet`: nothing where there are none. */
export function ExcerptOf({ id, source, quiet = false }: { id: string; source: string; quiet?: boolean }): ReactElement | null {
  const { value, problem, slow } = useAnswer(`${id} ${source}`, `${id} ${source}`, (signal) => api().excerpt(id, source, signal));
  if (problem !== null) return quiet ? null : <p className="small muted">No lines to show: {problem}.</p>;
  if (!value) return slow ? <Loader size="xs" aria-label="Loading the lines" /> : null;
  return (
    <figure className={classes.excerpt}>
      <figcaption className={classes.place}>
        {value.file}
        {value.line ? `:${value.line}` : ""}
      </figcaption>
      <pre tabIndex={0} aria-label={`Lines of ${value.file}`}>
        <code>
          {value.lines.map((line, k) => (
            <span key={k} className={classes.line} data-here={value.first + k === value.line || undefined}>
              <span className={classes.number} aria-hidden="true">
                {value.first + k}
              </span>
              {line}
              {"\n"}
            </span>
          ))}
        </code>
      </pre>
      <p className="small muted">The file as it is now; last written {moment(value.modifiedAt)}.</p>
    </figure>
  );
}
