// Records what the threads of a page do, as the browser's own tracing tells it.

const longMs = 50;

/** Begins; what it answers ends the trace and tells of the tasks of the page's main thread, and of its workers. */
export async function startTrace(browser) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"], excludedCategories: ["*"] } });
  return async () => {
    const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await complete;
    await session.detach();
    return { main: tasksOf(events, /^CrRendererMain$/), worker: tasksOf(events, /^DedicatedWorker/) };
  };
}

function tasksOf(events, thread) {
  const threads = new Set(events.filter((e) => e.name === "thread_name" && thread.test(e.args.name)).map((e) => `${e.pid} ${e.tid}`));
  const tasks = events.filter((e) => e.ph === "X" && /RunTask$/.test(e.name) && threads.has(`${e.pid} ${e.tid}`));
  return {
    tasks: tasks.length,
    longest: tasks.reduce((most, e) => Math.max(most, e.dur / 1000), 0),
    longestCpu: tasks.reduce((most, e) => Math.max(most, (e.tdur ?? 0) / 1000), 0),
    long: tasks.filter((e) => e.dur / 1000 > longMs).length,
  };
}
