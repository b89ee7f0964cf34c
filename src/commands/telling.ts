import { ConfigError } from "../config/read-config.js";
import { reportMisconfigured } from "../report/misconfigured.js";

/**
 * Runs the work and returns its result; a mistake in the configuration is reported in the reporter's form too, and
 * thrown again.
 */
export async function telling<Result>(reporter: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const text = error instanceof ConfigError ? reportMisconfigured(error.message, reporter) : undefined;
    if (text !== undefined) console.log(text);
    throw error;
  }
}
