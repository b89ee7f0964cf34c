import type { Browser } from "puppeteer";
import type { Context } from "../format.js";

type Resources = Pick<Context, "jobs" | "browsers">;
type Work<Task> = (task: Task, browser: Browser, index: number) => Promise<void>;

/** Works through tasks with one browser per core: faster than tabs of one browser, which share a process. */
export async function inParallel<Task>(
  { jobs, browsers }: Resources,
  tasks: readonly Task[],
  work: Work<Task>,
): Promise<void> {
  await inLanes(jobs, tasks, (queue) => browsers.use((browser) => drain(queue, browser, work)));
}

async function inLanes<Task>(
  lanes: number,
  tasks: readonly Task[],
  run: (queue: [number, Task][]) => Promise<void>,
): Promise<void> {
  const queue = [...tasks.entries()];
  const lane = async (): Promise<void> => {
    try {
      await run(queue);
    } finally {
      queue.length = 0; // where one lane fails the others stop after their task
    }
  };
  const results = await Promise.allSettled(Array.from({ length: Math.min(lanes, tasks.length) }, lane));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}

async function drain<Task>(queue: [number, Task][], browser: Browser, work: Work<Task>): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [index, task] = next;
    await work(task, browser, index);
  }
}
