// Serves the API with generated data, and web/dist, to develop and test the app where no server is built.
// Usage: node test/fixture-server.mjs [port]; the port is 7878, or any free one for 0.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { coChanges, hotSpots, owners } from "./fixture/history.mjs";
import { makeLarge, makeProject } from "./fixture/project.mjs";
import { acceptSocket } from "./fixture/socket.mjs";
import { me, Workspace } from "./fixture/workspace.mjs";

/** The formats of exports. */
const formats = ["ndjson", "graphml", "dot", "gexf", "node-link", "cypher", "turtle", "json-ld"];
const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const kinds = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'";

class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

/** @returns {Promise<{port: number, close: () => Promise<void>, drop: () => void, hear: (listener: (request, response) => void) => void}>} */
export async function startFixture({ port = 7878, delayMs = 0, empty = false, live = true, more = {} } = {}) {
  const makers = {
    demo: () => new Workspace("demo", makeProject()),
    large: () => new Workspace("large", makeLarge()),
    blank: () => new Workspace("blank", { things: [], ties: [], commits: [] }),
    ...more,
  };
  const open = new Map();
  const named = empty ? [] : ["demo", "large", "blank", ...Object.keys(more)];
  const workspace = (name) => {
    if (!named.includes(name)) throw new Problem(404, "workspace-unknown", `there is no workspace '${name}': choose another or form it`);
    if (!open.has(name)) open.set(name, (makers[name] ?? (() => new Workspace(name, { things: [], ties: [], commits: [] })))());
    return open.get(name);
  };
  const sockets = new Set();

  const server = createServer(async (request, response) => {
    try {
      if (delayMs) await new Promise((r) => setTimeout(r, delayMs));
      const url = new URL(request.url, "http://fixture");
      if (url.pathname.startsWith("/api/v1")) await api(request, response, url);
      else file(response, url.pathname);
    } catch (error) {
      const status = error instanceof Problem ? error.status : 500;
      json(response, { type: `urn:alchemist:${error.code ?? "failure"}`, title: error.message, status, detail: error.message, code: error.code }, status, "application/problem+json");
    }
  });
  const hear = (listener) => server.on("request", listener);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });

  const rooms = new Map();
  server.on("upgrade", (request, socket) => {
    const name = /^\/api\/v1\/workspaces\/([^/]+)\/live$/.exec(request.url)?.[1];
    if (!live || !named.includes(name)) {
      socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    if (!rooms.has(name)) rooms.set(name, new Map());
    talk(acceptSocket(request, socket), workspace(name), rooms.get(name));
  });

  let clients = 0;
  function talk(socket, ws, room) {
    const client = `${++clients}`.padStart(26, "0");
    const guest = { socket, shown: null };
    let say;
    room.set(client, guest);
    socket.say({ hello: { client, workspace: ws.name, version: "fixture", position: ws.position, heartbeatSeconds: 15 } });
    for (const [other, { shown }] of room) if (shown && other !== client) socket.say({ presence: { client: other, state: shown } });
    socket.heard = (message) => {
      if (message.subscribe) {
        const { id, from = ws.position + 1 } = message.subscribe;
        const tell = (events) => events.length && socket.say({ events: { subscription: id, events, position: events.at(-1).position } });
        socket.say({ subscribed: { id, subject: "ws.>", from, position: ws.position } });
        tell(ws.events.slice(Math.max(0, from - 1)));
        say = (event) => tell([event]);
        ws.followers.add(say);
      } else if (message.presence) {
        guest.shown = message.presence;
        for (const [other, { socket: to }] of room) if (other !== client) to.say({ presence: { client, state: message.presence } });
      }
    };
    const beat = setInterval(() => socket.say({ reached: { page: ws.position } }), 15_000);
    socket.closed = () => {
      clearInterval(beat);
      ws.followers.delete(say);
      room.delete(client);
      for (const { socket: to } of room.values()) to.say({ left: { client } });
    };
  }

  async function api(request, response, url) {
    const path = url.pathname.slice("/api/v1".length).split("/").filter(Boolean).map(decodeURIComponent);
    const q = Object.fromEntries(url.searchParams);
    const at = q.at && !/^\d+$/.test(q.at) ? Date.parse(q.at.replace(/^recorded:/, "")) : undefined;
    const paging = { limit: Number(q.limit ?? 20), cursor: Number(q.cursor ?? 0) };
    if (path[0] === "health") return json(response, { status: "up", version: "fixture", uptimeSeconds: 1, workspaces: named.length });
    if (path[0] !== "workspaces") throw new Problem(404, "unknown", "no such address");
    if (path.length === 1 && request.method === "POST") {
      const { name } = JSON.parse(await body(request));
      if (named.includes(name)) throw new Problem(409, "workspace-exists", `'${name}' is there already`);
      named.push(name);
      return json(response, { id: name, name, position: 0 }, 201);
    }
    if (path.length === 1) return json(response, { workspaces: named.map((name) => ({ id: name, name, position: open.get(name)?.position ?? 0, person: me.id })) });
    const ws = workspace(path[1]);
    const thing = () => {
      const i = ws.byId.get(path[3]);
      if (i === undefined) throw new Problem(404, "unknown-node", `there is no node ${path[3]}`);
      return i;
    };
    switch (`${request.method} ${path[2]}${path[4] ? ` ${path[4]}` : ""}`) {
      case "GET map":
        return bytes(request, response, ws.map(), "application/vnd.alchemist.map");
      case "HEAD export":
      case "GET export":
        if (!formats.includes(q.format)) throw new Problem(400, "bad-parameter", `'${q.format}' is none of ${formats.join(", ")}`);
        response.writeHead(200, { "Content-Type": "application/octet-stream", "Content-Disposition": `attachment; filename="${ws.id}-at-${ws.position}.${q.format}"`, "Alchemist-Position": ws.position, "Alchemist-Nodes": ws.things.length, "Alchemist-Edges": ws.ties.length, "Alchemist-Left-Out": "the past" });
        return response.end(request.method === "HEAD" ? undefined : `${q.format} ${q.at ?? "now"}\n`);
      case "GET stats":
        return json(response, ws.stats());
      case "GET nodes":
        if (path[3] && at === undefined && Number.isFinite(ws.things[thing()].to)) throw new Problem(404, "absent-node", `${path[3]} is not there at this moment, but it was or will be; see its history`);
        return json(response, path[3] ? ws.node(thing(), at) : ws.nodes({ type: q.type, name: q.name, ...paging }, at));
      case "GET nodes neighbors":
        return json(response, ws.neighbors(thing(), { relation: q.relation, direction: q.direction, ...paging }, at));
      case "GET nodes owners":
        return json(response, owners(ws, thing(), paging.limit, at));
      case "GET nodes co-changes":
        return json(response, coChanges(ws, thing(), paging.limit, at));
      case "GET hot-spots":
        return json(response, hotSpots(ws, ws.byId.get(q.within), paging.limit, at, q.measure));
      case "GET nodes history":
        return json(response, ws.history(thing(), paging));
      case "GET nodes why":
        return json(response, ws.why(thing(), q.property));
      case "GET nodes excerpt":
        return json(response, ws.excerpt(thing()));
      case "GET edges":
        return json(response, ws.edge(path[3]) ?? missing(`there is no edge ${path[3]}`));
      case "GET rows":
        return json(response, ws.rows({ properties: (q.properties ?? "").split(",").filter(Boolean), stated: q.stated === "true", limit: Number(q.limit ?? 1000), cursor: Number(q.cursor ?? 0) }, at));
      case "GET ontology":
        return json(response, ws.ontology());
      case "GET suggestions":
        return json(response, ws.suggestions(q));
      case "GET separations":
        return json(response, ws.separations());
      case "GET disagreements":
        return json(response, ws.disagreements(paging.limit));
      case "GET changes":
        return json(response, ws.changes(q));
      case "POST uploads":
        return json(response, ws.beginUpload(JSON.parse(await body(request)).name), 201);
      case "POST uploads files":
        return json(response, ws.takeFile(path[3], q.path, await bytesOf(request)));
      case "POST uploads finish":
        return json(response, ws.finishUpload(path[3]));
      case "GET sources":
        return json(response, ws.sources());
      case "GET events":
        if (path[3] === "counts") return json(response, ws.counts(q));
        if (path[3]) return json(response, ws.story(Number(path[3])) ?? missing(`there is no event ${path[3]}`));
        return follow(request, response, ws, q);
      case "GET imports": {
        if (!path[3]) return json(response, { position: ws.position, imports: ws.imports });
        const run = ws.imports.find((i) => i.id === path[3]);
        if (!run) throw new Problem(404, "import-unknown", "there is no such import");
        return json(response, run);
      }
      case "POST imports": {
        const wanted = JSON.parse(await body(request));
        if (!wanted.path || wanted.path.includes("missing")) throw new Problem(422, "path-unreadable", `there is nothing at '${wanted.path}': check the path, as the server sees it`);
        return json(response, ws.startImport(wanted), wanted.dryRun ? 200 : 202);
      }
      case "POST imports cancel":
        return json(response, ws.endImport(path[3], "cancelled"));
      case "POST imports revert":
        return json(response, ws.endImport(path[3], "reverted"));
      case "POST commands": {
        const command = JSON.parse(await body(request));
        if (Array.isArray(command)) return json(response, { results: command.map((c) => ws.decide(c, c.client ?? "anyone")), position: ws.position });
        return answer(response, ws.decide(command, command.client ?? request.headers["idempotency-key"] ?? "anyone"));
      }
      case "POST undo":
        return answer(response, ws.undo(JSON.parse(await body(request)).client));
      case "POST redo":
        return answer(response, ws.redo(JSON.parse(await body(request)).client));
      default:
        throw new Problem(404, "unknown", `no such address: ${request.method} ${url.pathname}`);
    }
  }

  function answer(response, said) {
    if (said.status === "accepted") return json(response, said);
    return json(response, { type: `urn:alchemist:${said.code}`, title: "rejected", detail: said.reason, ...said, status: 422 }, 422, "application/problem+json");
  }

  function follow(request, response, ws, q) {
    const last = Number(request.headers["last-event-id"] ?? NaN);
    const from = Number.isFinite(last) ? last + 1 : Number(q.from ?? 1);
    if (!String(request.headers.accept).includes("text/event-stream")) {
      if (q.latestFirst === "true") return json(response, ws.latest(q));
      const limit = Number(q.limit ?? 100);
      const to = Number(q.to ?? Infinity);
      const events = ws.events.slice(Math.max(0, from - 1), Math.min(to, from - 1 + limit));
      return json(response, { position: ws.position, events, ...(from - 1 + limit < ws.events.length ? { next: from + limit } : {}) });
    }
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    const say = (e) => response.write(`id: ${e.position}\nevent: ${e.type}\ndata: ${JSON.stringify(e)}\n\n`);
    ws.events.slice(Math.max(0, from - 1)).forEach(say);
    response.write(": hello\n\n");
    ws.followers.add(say);
    const beat = setInterval(() => response.write(": beat\n\n"), 15_000);
    request.on("close", () => {
      clearInterval(beat);
      ws.followers.delete(say);
    });
  }

  function file(response, path) {
    const wanted = normalize(join(dist, path));
    const there = wanted.startsWith(dist) && existsSync(wanted) && statSync(wanted).isFile();
    if (!there && extname(path)) {
      response.writeHead(404).end();
      return;
    }
    const found = there ? wanted : join(dist, "index.html");
    response.writeHead(200, { "Content-Type": kinds[extname(found)] ?? "application/octet-stream", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff" });
    response.end(readFileSync(found));
  }

  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const drop = () => sockets.forEach((s) => s.destroy());
  return {
    port: server.address().port,
    workspace,
    drop,
    hear,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        drop();
      }),
  };
}

function json(response, value, status = 200, kind = "application/json") {
  response.writeHead(status, { "Content-Type": kind, "Cache-Control": "no-store" });
  response.end(JSON.stringify(value));
}

function bytes(request, response, buffer, kind) {
  const zip = String(request.headers["accept-encoding"]).includes("gzip");
  response.writeHead(200, { "Content-Type": kind, "Cache-Control": "no-store", ...(zip ? { "Content-Encoding": "gzip" } : {}) });
  response.end(zip ? gzipSync(buffer, { level: 1 }) : buffer);
}

function missing(detail) {
  throw new Problem(404, "not-found", detail);
}

async function bytesOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function body(request) {
  if (!/^application\/(json|x-ndjson)/.test(request.headers["content-type"] ?? "")) {
    throw new Problem(415, "content-type", "send application/json");
  }
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { port } = await startFixture({ port: Number(process.argv[2] ?? 7878) });
  console.log(`the fixture answers at http://127.0.0.1:${port}/?ws=demo`);
}
