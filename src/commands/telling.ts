import { ConfigError } from "../config/read-config.js";
import { reportMisconfigured } from "../report/misconfigured.js";

/** The same result; a mistake in the configuration is told in the reporter's way too, and thrown on. */
export async function telling<Result>(reporter: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const text = error instanceof ConfigError ? reportMisconfigured(error.message, reporter) : undefined;
    if (text !== undefined) console.log(text);
    throw error;
  }
}
