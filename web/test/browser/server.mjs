// Starts the real server on a data folder of its own, for tests of what only its rules can decide.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const run = join(root, ".cache/run");

/** Why the server cannot be started here; false: it can. */
export const missing = existsSync(join(run, "newest")) ? false : "the server is not built: run ./alchemist build";

const patienceMs = 60_000;

/** @returns {Promise<{base: string, post: (path: string, body: object) => Promise<any>, get: (path: string) => Promise<any>, node: (id: string) => Promise<any>, send: (type: string, data: object) => Promise<any>, close: () => Promise<void>}>} */
export async function startServer(workspace = "test") {
  const data = mkdtempSync(join(tmpdir(), "alchemist-server-"));
  const home = process.env.JAVA_HOME ?? spawnSync(join(root, "alchemist"), ["jdk"], { encoding: "utf8" }).stdout.trim();
  const jar = join(run, readFileSync(join(run, "newest"), "utf8").trim(), "lib/alchemist.jar");
  const server = spawn(join(home, "bin/java"), ["-Xshare:auto", "--enable-native-access=ALL-UNNAMED", `-Dalchemist.web=${join(root, "web/dist")}`, "-cp", jar, "alchemist.server.Main", "serve", `--data=${data}`, "--port=0"], { stdio: ["ignore", "pipe", "pipe"] });
  const base = await addressOf(server);
  const ask = async (path, init) => {
    const response = await fetch(`${base}/api/v1${path}`, init);
    const answer = await response.json();
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const post = (path, body) => ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  await post("/workspaces", { name: workspace });
  return {
    base,
    post,
    get: (path) => ask(`/workspaces/${workspace}${path}`),
    // After all that was acknowledged: the graph is folded behind the log, and would be asked too early.
    node: async (id) => {
      const { position } = await ask(`/workspaces/${workspace}`);
      return (await ask(`/workspaces/${workspace}/nodes/${id}?atLeast=${position}`)).node;
    },
    send: (type, data) => post(`/workspaces/${workspace}/commands`, { type, data }),
    close: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill();
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`the server did not say where it listens: ${said}`)), patienceMs);
    const hear = (chunk) => {
      said += chunk;
      const found = /http:\/\/[\w.:]+\d/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}
