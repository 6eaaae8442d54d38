import { store } from "./store";

export interface IncomingFile {
  /** In the folder that comes, with slashes; of a single file its name. */
  path: string;
  content: Blob;
}

/** Something that is to be read: a place on the server's machine or an address elsewhere, or files that are on this machine. */
export type Incoming = { kind: "path"; path: string; elsewhere?: true } | { kind: "files"; name: string; files: IncomingFile[]; left: string[] };

/** What was dropped, pasted or chosen, until the import dialog takes it. */
export const incoming = store<{ what: Incoming | null; problem: string | null }>({ what: null, problem: null });
