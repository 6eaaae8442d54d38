import type { Incoming, IncomingFile } from "../../state/incoming";

/** The server's own limits, told before anything is sent. */
const limits = { files: 5_000, bytes: 512 * 2 ** 20, fileBytes: 32 * 2 ** 20 };

/** What nobody means who drops a project: it is made again from the rest, or is the history, which needs the real folder. */
const leftOut = new Set([".git", "node_modules", "__pycache__", ".venv", "target", "dist", ".DS_Store"]);

/** What is dropped or pasted as files; it must be asked for while that is handled, and is looked through behind it. */
export function taken(transfer: DataTransfer): Promise<Incoming | { problem: string }> | null {
  const entries = entriesOf(transfer);
  if (entries.length > 0) return collect(entries);
  // Not every file has an entry, such as one of a picture that was copied.
  return transfer.files.length > 0 ? Promise.resolve(chosen(transfer.files)) : null;
}

function entriesOf(transfer: DataTransfer): FileSystemEntry[] {
  const entries = Array.from(transfer.items)
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry());
  return entries.includes(null) ? [] : entries.filter((entry) => entry !== null);
}

/** Walks through what was dropped, and tells what is to be sent. */
async function collect(entries: FileSystemEntry[]): Promise<Incoming | { problem: string }> {
  const files: IncomingFile[] = [];
  const left = new Set<string>();
  const alone = entries.length === 1;
  const take = async (entry: FileSystemEntry, at: string): Promise<void> => {
    if (leftOut.has(entry.name)) return void left.add(entry.name);
    if (files.length > limits.files) return;
    if (entry.isDirectory) {
      const inside = await members(entry as FileSystemDirectoryEntry);
      for (const each of inside) await take(each, alone && at === "" ? "./" : `${at.replace(/^\.\//, "")}${entry.name}/`);
    } else files.push({ path: `${at.replace(/^\.\//, "")}${entry.name}`, content: await fileOf(entry as FileSystemFileEntry) });
  };
  for (const entry of entries) await take(entry, "");
  return checked(alone ? entries[0].name : `${entries[0]?.name ?? "nothing"} and ${entries.length - 1} more`, files, [...left]);
}

/** Holds what is to be sent to the limits. */
function checked(name: string, files: IncomingFile[], left: string[]): Incoming | { problem: string } {
  const large = files.find((f) => f.content.size > limits.fileBytes);
  const bytes = files.reduce((sum, f) => sum + f.content.size, 0);
  const instead = "Give its path on the server's machine instead: nothing needs to be sent then.";
  if (files.length === 0) return { problem: "There is no file in what you dropped." };
  if (files.length > limits.files) return { problem: `There are more than ${limits.files} files in ${name}. ${instead}` };
  if (large) return { problem: `${large.path} is larger than ${limits.fileBytes / 2 ** 20} MB. ${instead}` };
  if (bytes > limits.bytes) return { problem: `${name} is larger than ${limits.bytes / 2 ** 20} MB. ${instead}` };
  return { kind: "files", name: name.replace(/^\.+/, "").replace(/[\\/:]/g, "-") || "dropped", files, left };
}

async function members(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // It gives a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name));
    all.push(...some);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** Files that were chosen by a file dialog, alone or as a folder. */
export function chosen(list: FileList): Incoming | { problem: string } {
  const all = Array.from(list);
  const folder = all.at(0)?.webkitRelativePath.split("/").at(0) ?? "";
  const left = new Set<string>();
  const files = all.flatMap((file): IncomingFile[] => {
    const path = folder === "" ? file.name : file.webkitRelativePath.slice(folder.length + 1);
    const out = path.split("/").find((part) => leftOut.has(part));
    if (out !== undefined) left.add(out);
    return out === undefined ? [{ path, content: file }] : [];
  });
  return checked(folder || (all.length === 1 ? all[0].name : `${all.at(0)?.name ?? "nothing"} and ${all.length - 1} more`), files, [...left]);
}
