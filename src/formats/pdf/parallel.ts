type Work<Task> = (task: Task, index: number) => Promise<void>;

/**
 * Works through tasks in their order, one more at a time than there are cores: while the browsers print, one to a core,
 * another document is made ready or finished.
 */
export async function inParallel<Task>(jobs: number, tasks: readonly Task[], work: Work<Task>): Promise<void> {
  const queue = [...tasks.entries()];
  const lane = async (): Promise<void> => {
    try {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, task] = next;
        await work(task, index);
      }
    } finally {
      queue.length = 0; // where one lane fails the others stop after their task
    }
  };
  const results = await Promise.allSettled(Array.from({ length: Math.min(jobs + 1, tasks.length) }, lane));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}
