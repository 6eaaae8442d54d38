import type { ReactElement } from "react";

/** Says to who edits something that it is another now than when they began: what they keep stands instead of that. */
export function Meanwhile({ now }: { now: string }): ReactElement {
  return (
    <p className="small" role="status">
      Meanwhile it became “<bdi>{now}</bdi>”. Keep states yours instead.
    </p>
  );
}
