import { Fragment, type ReactElement } from "react";
import { breakable } from "./breakable";

/** A name or path that may go on in the next line where one would part it, rather than anywhere. */
export function Breakable({ text }: { text: string }): ReactElement {
  return (
    <>
      {breakable(text).map((part, k) => (
        <Fragment key={k}>
          {k > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
