import { Listr, ListrLogger, type ListrTaskWrapper, ProcessOutput } from "listr2";
import { showControls } from "../library/controls.js";

/** Tells how far a long piece of work has come. */
export interface Progress {
  /** A stage begins, and the one before it is done. */
  stage(name: string): void;
  /** What the stage is at. */
  progress(message: string): void;
  /** The work is over; resolves when everything is shown. */
  end(outcome: "done" | "failed"): Promise<void>;
}

export interface ProgressOptions {
  quiet: boolean;
  /** Every stage that may come, in order. */
  stages: readonly string[];
  /** Where progress goes: standard error, so that standard output holds nothing but the result. */
  stream: NodeJS.WriteStream;
  /** Gives the terminal back when it is aborted. */
  signal?: AbortSignal | undefined;
}

/** A list with a spinner on a terminal, plain lines elsewhere, nothing when it is to be quiet. */
export function showProgress(options: ProgressOptions): Progress {
  if (options.quiet) return { stage: () => {}, progress: () => {}, end: async () => {} };
  return options.stream.isTTY ? showList(options) : showLines(options.stream);
}

function showLines(stream: NodeJS.WriteStream): Progress {
  const say = (text: string): void => void stream.write(`${showControls(text)}\n`);
  return { stage: say, progress: (message) => say(`  ${message}`), end: async () => {} };
}

type Task = Pick<ListrTaskWrapper<unknown, never, never>, "output" | "skip">;

interface Stage {
  name: string;
  /** Lets the list go on to the next stage. */
  finish(): void;
  fail(): void;
  done: Promise<void>;
}

const SHOW_CURSOR = "\u001B[?25h";

function showList({ stages: names, stream, signal }: ProgressOptions): Progress {
  const stages = names.map(openStage);
  let current: Task | undefined;
  let isOver = false;
  const list = new Listr(
    stages.map(({ name, done }) => ({
      title: name,
      task: async (_: unknown, task: Task): Promise<void> => {
        if (isOver) return task.skip();
        current = task;
        await done;
      },
    })),
    {
      registerSignalListeners: false,
      rendererOptions: { logger: new ListrLogger({ processOutput: new ProcessOutput(stream, stream) }) },
    },
  );
  signal?.addEventListener("abort", () => void stream.write(SHOW_CURSOR));
  // The list fails when its stage does; the error itself is told elsewhere.
  const shown = list.run().catch(() => {});
  const reached = (name: string): Stage[] => stages.slice(0, Math.max(0, names.indexOf(name)));
  return {
    stage(name) {
      for (const { finish } of reached(name)) finish();
    },
    progress(message) {
      if (current) current.output = showControls(message);
    },
    async end(outcome) {
      isOver = true;
      for (const { finish, fail } of stages) outcome === "done" ? finish() : fail();
      await shown;
    },
  };
}

function openStage(name: string): Stage {
  let settle: { finish(): void; fail(): void } = { finish: () => {}, fail: () => {} };
  const done = new Promise<void>((resolve, reject) => {
    settle = { finish: resolve, fail: () => reject(new Error(`${name} failed`)) };
  });
  // Nothing waits for a stage that the list never reaches.
  done.catch(() => {});
  return { name, done, finish: () => settle.finish(), fail: () => settle.fail() };
}
