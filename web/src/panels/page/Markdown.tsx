import { Lexer, type Token, type Tokens } from "marked";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { isId } from "../../state/links";
import classes from "./Page.module.css";

/** A link to a thing, as a token. */
interface NodeLink {
  type: "nodeLink";
  raw: string;
  id: string | null;
  text: string;
}

function nodeLink(source: string): NodeLink | undefined {
  const found = /^\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/.exec(source);
  if (!found) return undefined;
  const target = found[1].trim();
  return { type: "nodeLink", raw: found[0], id: isId(target) ? target : null, text: (found.at(2) ?? target) || target };
}

/** Reads only: nothing of the library ever writes HTML. */
const reading = { gfm: true, extensions: { renderers: {}, childTokens: {}, inline: [nodeLink], startInline: [(source: string) => source.indexOf("[[")] } };

/** What Markdown shows of things: their names now, and what a click on one does. */
export interface Links {
  nameOf: (id: string, former: string) => string;
  go: (id: string) => void;
  /** A click on a link to nothing; absent: nothing is to be made of it. */
  make?: ((name: string) => void) | undefined;
}

/**
 * Markdown as elements: only what is listed here is ever shown, HTML stands there as the text that it is, pictures are
 * links, and addresses lead only to the web and to mail.
 */
export function Markdown({ text, links }: { text: string; links: Links }): ReactElement {
  return <div className={classes.markdown}>{blocks(Lexer.lex(text, reading), links)}</div>;
}

function blocks(tokens: readonly Token[], links: Links): ReactNode {
  return tokens.map((token, k) => <Fragment key={k}>{block(token, links)}</Fragment>);
}

function block(token: Token, links: Links): ReactNode {
  const inside = (): ReactNode => inline((token as Tokens.Generic).tokens ?? [], links);
  switch (token.type) {
    case "heading":
      return heading(Math.min(6, (token as Tokens.Heading).depth + 1), inside());
    case "paragraph":
      return <p dir="auto">{inside()}</p>;
    case "text":
      return (token as Tokens.Text).tokens ? inside() : (token as Tokens.Text).text;
    case "blockquote":
      return <blockquote dir="auto">{blocks((token as Tokens.Blockquote).tokens, links)}</blockquote>;
    case "code":
      return (
        <pre tabIndex={0}>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case "list":
      return list(token as Tokens.List, links);
    case "table":
      return table(token as Tokens.Table, links);
    case "hr":
      return <hr />;
    case "html":
      return <p dir="auto">{token.raw}</p>;
    case "space":
    case "def":
      return null;
    default:
      return inline([token], links);
  }
}

function heading(level: number, inside: ReactNode): ReactElement {
  const Tag = `h${level}` as "h2" | "h3" | "h4" | "h5" | "h6";
  return <Tag dir="auto">{inside}</Tag>;
}

function list({ ordered, start, items }: Tokens.List, links: Links): ReactElement {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag {...(ordered && start !== "" ? { start } : {})}>
      {items.map((item, k) => (
        <li key={k} dir="auto" className={item.task ? classes.task : undefined}>
          {item.task && <input type="checkbox" checked={item.checked === true} readOnly disabled aria-label={item.checked ? "Done" : "To do"} />}
          {blocks(item.tokens.filter((t) => t.type !== "checkbox"), links)}
        </li>
      ))}
    </Tag>
  );
}

function table({ header, rows, align }: Tokens.Table, links: Links): ReactElement {
  return (
    <div className={classes.tableBox} tabIndex={0} role="region" aria-label="Table">
      <table>
        <thead>
          <tr>
            {header.map((cell, k) => (
              <th key={k} style={{ textAlign: align[k] ?? undefined }}>
                {inline(cell.tokens, links)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r}>
              {row.map((cell, k) => (
                <td key={k} style={{ textAlign: align[k] ?? undefined }}>
                  {inline(cell.tokens, links)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function inline(tokens: readonly Token[], links: Links): ReactNode {
  return tokens.map((token, k) => <Fragment key={k}>{part(token, links)}</Fragment>);
}

function part(token: Token, links: Links): ReactNode {
  const inside = (): ReactNode => inline((token as Tokens.Generic).tokens ?? [], links);
  switch (token.type) {
    case "strong":
      return <strong>{inside()}</strong>;
    case "em":
      return <em>{inside()}</em>;
    case "del":
      return <del>{inside()}</del>;
    case "codespan":
      return <code>{(token as Tokens.Codespan).text}</code>;
    case "br":
      return <br />;
    case "link":
      return outward((token as Tokens.Link).href, inside());
    case "image":
      return outward((token as Tokens.Image).href, (token as Tokens.Image).text || (token as Tokens.Image).href);
    case "nodeLink":
      return <ToNode link={token as unknown as NodeLink} links={links} />;
    case "text":
      return (token as Tokens.Text).tokens ? inside() : (token as Tokens.Text).text;
    case "escape":
      return (token as Tokens.Escape).text;
    default:
      return token.raw;
  }
}

function outward(href: string, inside: ReactNode): ReactNode {
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return inside;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  );
}

function ToNode({ link, links }: { link: NodeLink; links: Links }): ReactElement {
  const { id, text } = link;
  if (id !== null) {
    return (
      <button type="button" className={`plain ${classes.toNode}`} onClick={() => links.go(id)}>
        <bdi>{links.nameOf(id, text)}</bdi>
      </button>
    );
  }
  if (!links.make) return <span className={classes.toNothing}>{text}</span>;
  return (
    <button type="button" className={`plain ${classes.toNothing}`} title={`Nothing is called “${text}”: add it`} onClick={() => links.make?.(text)}>
      <bdi>{text}</bdi>
    </button>
  );
}
