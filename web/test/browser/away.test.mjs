import assert from "node:assert/strict";
import { test } from "node:test";
import { startFixture } from "../fixture-server.mjs";
import { missing, startServer } from "./server.mjs";
import { goTo, real, stage } from "./stage.mjs";

const s = stage();

test("while the server is gone the page says so, and catches up by itself when it is back", { skip: real }, async () => {
  const first = await startFixture({ port: 0 });
  const { port } = first;
  const page = await s.open("?ws=demo&side=events", { ready: false });
  await page.goto(`http://127.0.0.1:${port}/?ws=demo&side=events`);
  await page.getByText("Live", { exact: true }).waitFor();
  await page.getByRole("slider").waitFor();
  await first.close();
  await page.getByText("The server does not answer. What you see stays").waitFor();
  const second = await startFixture({ port });
  try {
    const ws = second.workspace("demo");
    const thing = ws.things.find((t) => t.name === "ledger");
    ws.rename(thing, "While you were away", "another", "graph.rename-node");
    await page.getByText("Live", { exact: true }).waitFor({ timeout: 20_000 });
    await page.getByRole("button", { name: /ledger renamed to While you were away/ }).waitFor();
    assert.equal(await page.getByText("The server does not answer. What you see stays").count(), 0);
    assert.deepEqual(page.problems.filter((p) => !/ERR_|Failed to load/.test(p)), []);
  } finally {
    await page.context().close();
    await second.close();
  }
});

test("a map that did not come is loaded once the server is back", { skip: real }, async () => {
  const page = await s.open("?ws=demo", { ready: false });
  await page.route("**/map*", (route) => route.abort());
  await page.goto(`${s.base}/?ws=demo`);
  await page.getByText("The map did not come").waitFor();
  await page.unroute("**/map*");
  await page.getByRole("button", { name: "Load it again" }).click();
  await page.getByRole("slider").waitFor();
  await page.context().close();
});

test("panels that an address asks for wait until there is a workspace to ask", { skip: real }, async () => {
  const page = await s.open("?ws=absent&side=sources&outline=table", { ready: "#welcome" });
  await page.getByRole("heading", { name: "Not found" }).waitFor();
  assert.equal(await page.getByRole("complementary", { name: "Details" }).count(), 0);
  await page.getByRole("button", { name: "demo", exact: true }).click();
  await page.getByRole("region", { name: "Sources" }).waitFor();
  await page.getByRole("grid", { name: "Things, one a row" }).getByRole("row").nth(1).waitFor();
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("what is changed while the server is gone is kept, and sent in order once it is back", { skip: real }, async () => {
  const first = await startFixture({ port: 0 });
  const { port } = first;
  const page = await s.open("?ws=demo&side=events", { ready: false });
  await page.goto(`http://127.0.0.1:${port}/?ws=demo`);
  await page.getByRole("slider").waitFor();
  await goTo(page, "ledger");
  await first.close();
  await page.getByText("The server does not answer. What you see stays").waitFor();
  for (const name of ["Ledger of ferries", "Ledger of harbours"]) {
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Name" }).waitFor({ state: "detached" });
  }
  await page.getByText("2 changes of yours are kept in this browser, and sent then.").waitFor();
  const second = await startFixture({ port });
  try {
    await page.getByText("Sent what was kept: 2 changes.").waitFor();
    await page.getByRole("heading", { level: 2, name: "Ledger of harbours" }).waitFor();
    await page.getByText(/kept in this browser/).waitFor({ state: "detached" });
    // Both are the server's now, so that both can be undone.
    await page.getByRole("button", { name: "Undo" }).last().click();
    await page.getByText("Undone, all 2.").waitFor();
    await page.getByRole("heading", { level: 2, name: "ledger", exact: true }).waitFor();
  } finally {
    await page.context().close();
    await second.close();
  }
});

test("what waited and is refused is told with its reason, stays over a reload, and can be tried again or let go", { skip: missing || real }, async () => {
  const server = await startServer("test");
  try {
    const nodes = [];
    for (let k = 0; k < 6; k++) nodes.push((await server.send("graph.add-node", { name: `Pier ${k}`, types: ["Pier"] })).given.node);
    const page = await s.open("?ws=test", { ready: false });
    await page.goto(`${server.base}/?ws=test&side=details`);
    await page.getByRole("slider").waitFor();
    // Commands get lost on their way, as if the server were gone; others go on.
    await page.route("**/commands", (route) => route.abort());
    for (let k = 0; k < 6; k++) {
      await goTo(page, `Pier ${k}`);
      await page.getByRole("heading", { level: 2, name: `Pier ${k}`, exact: true }).waitFor();
      await page.getByRole("button", { name: "Rename" }).click();
      await page.getByRole("textbox", { name: "Name", exact: true }).fill(`Quay ${k}`);
      await page.keyboard.press("Enter");
      await page.getByText(k === 0 ? "One change of yours is kept" : `${k + 1} changes of yours are kept`).waitFor();
    }
    for (const node of nodes) await server.send("graph.retire-node", { node });
    await page.unroute("**/commands");
    await page.getByRole("button", { name: "Send now" }).click();
    const refused = page.getByRole("log").getByText(/^Not done: rename Pier \d to Quay \d\. \S/);
    await page.getByText(/rename Pier 5 to Quay 5/).waitFor();
    assert.equal(await refused.count(), 6);
    await page.reload();
    await page.getByText(/rename Pier 5 to Quay 5/).waitFor();
    assert.equal(await refused.count(), 6);
    // It is there after all: now it can be done.
    await server.send("graph.restore-node", { node: nodes[0] });
    const notice = (k) => page.getByRole("log").locator("> div").filter({ hasText: `rename Pier ${k} ` });
    await notice(0).getByRole("button", { name: "Try again" }).click();
    await page.getByText("Sent what was kept: one change.").waitFor();
    assert.equal((await server.node(nodes[0])).name, "Quay 0");
    await notice(1).getByRole("button", { name: "Dismiss" }).click();
    await page.waitForFunction(() => JSON.parse(localStorage.getItem("alchemist.refused.test")).length === 4);
    await notice(2).getByRole("button", { name: "Try again" }).click();
    await notice(2).waitFor();
    await page.reload();
    await notice(2).waitFor();
    assert.equal(await refused.count(), 4);
    await page.context().close();
  } finally {
    await server.close();
  }
});
