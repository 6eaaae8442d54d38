// A small repository with a past, for tests of what a newcomer does with one.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const yearMs = 365.25 * 86_400_000;

/** Three years of two people: when (in years before now), who, what, and which files then hold what. */
const past = [
  [3, "Ada Ferrier", "Begin with the ferries", { "README.md": "# Ferries\n\nSee [the timetable](docs/timetable.md).\n", "docs/timetable.md": "# Timetable\n\nEvery hour.\n" }],
  [2.2, "Ben Quay", "Sell tickets", { "src/tickets.py": "def price(zone):\n    return 3 * zone\n" }],
  [0.5, "Ada Ferrier", "Sail every half hour", { "docs/timetable.md": "# Timetable\n\nEvery half hour.\n" }],
  [0.2, "Ben Quay", "Give a discount", { "src/tickets.py": "def price(zone):\n    return discount(3 * zone)\n\n\ndef discount(sum):\n    return sum * 0.9\n" }],
];

/** @returns {{path: string, remove: () => void}} */
export function ferries() {
  const folder = mkdtempSync(join(tmpdir(), "alchemist-ferries-"));
  const path = join(folder, "ferries");
  mkdirSync(path);
  const git = (env, ...args) => execFileSync("git", ["-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", ...args], { cwd: path, env: { ...process.env, ...env }, stdio: "ignore" });
  git({}, "init");
  for (const [years, who, what, files] of past) {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    const when = new Date(Date.now() - years * yearMs).toISOString();
    const email = `${who.split(" ")[0].toLowerCase()}@ferries.example`;
    git({}, "add", ".");
    git({ GIT_AUTHOR_NAME: who, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: when, GIT_COMMITTER_NAME: who, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: when }, "commit", "-m", what);
  }
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Reads a place into the workspace of a server, as `open` does, and waits until it is read. */
export async function read(server, path) {
  const { id } = await server.post("/workspaces/test/imports", { path });
  for (;;) {
    const run = await server.get(`/imports/${id}`);
    if (run.state !== "running") return run;
    await wait(50);
  }
}
