import type { ReactElement } from "react";

/** What went wrong, told as soon as it is known; nothing where nothing did. */
export function Problem({ text, className }: { text: string | null | undefined; className: string | undefined }): ReactElement | null {
  return text ? (
    <p className={className} role="alert">
      {text}
    </p>
  ) : null;
}
