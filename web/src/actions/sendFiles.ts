import type { IncomingFile } from "../state/incoming";
import { api } from "../state/workspace";

/** How many files are on their way at once. */
const atOnce = 4;

export interface Sending {
  files: number;
  bytes: number;
}

/** Sends files to the server; the answer is the path there, which is to be imported. */
export async function sendFiles(name: string, files: readonly IncomingFile[], signal: AbortSignal, onProgress: (sent: Sending) => void): Promise<string> {
  const { id } = await api().beginUpload(name, signal);
  const sent: Sending = { files: 0, bytes: 0 };
  const left = [...files];
  const carry = async (): Promise<void> => {
    for (let file = left.shift(); file; file = left.shift()) {
      await api().uploadFile(id, file.path, file.content, signal);
      sent.files++;
      sent.bytes += file.content.size;
      onProgress({ ...sent });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, left.length) }, carry));
  return (await api().finishUpload(id, signal)).path;
}
