/** Work that took longer than it may; whatever did it was ended. */
export class LateError extends Error {
  constructor(readonly seconds: number) {
    super(`it took longer than ${seconds} seconds`);
  }
}

/**
 * The result of a promise, if it comes within the given seconds. The work itself is not stopped: its owner has to do
 * that.
 * @throws LateError
 */
export async function within<Result>(seconds: number, promised: Promise<Result>): Promise<Result> {
  let waiting: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    waiting = setTimeout(() => reject(new LateError(seconds)), seconds * 1000);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(waiting);
  }
}
