import { openGate } from "../threads/gate.js";
import { type Answer, ask } from "./ask.js";

export interface Asking {
  /** How the program names itself. */
  agent: string;
  /** Milliseconds between two questions to one host. */
  pause: number;
  /** Hears how many of how many addresses have been asked. */
  progress(asked: number, all: number): void;
  /** Hears every answer as it comes. */
  heard(address: string, answer: Answer): void;
}

// Hosts at a time.
const WIDTH = 8;
// Seconds. A server that wants to be left alone for longer is asked another day.
const LONGEST_WAIT = 60;

/** Asks every address, one at a time of each host, with a pause between, once more where a server asks for patience. */
export async function askAll(addresses: readonly string[], asking: Asking): Promise<Map<string, Answer>> {
  const byHost = new Map<string, string[]>();
  for (const address of new Set(addresses)) {
    const { host } = new URL(address);
    byHost.set(host, [...(byHost.get(host) ?? []), address]);
  }
  const answers = new Map<string, Answer>();
  const all = new Set(addresses).size;
  const gate = openGate(WIDTH);
  const askHost = async (own: readonly string[]): Promise<void> => {
    for (const [at, address] of own.entries()) {
      if (at > 0) await wait(asking.pause);
      const answer = await askPatiently(address, asking);
      answers.set(address, answer);
      asking.heard(address, answer);
      asking.progress(answers.size, all);
    }
  };
  await Promise.all([...byHost.values()].map((own) => gate(() => askHost(own))));
  return answers;
}

async function askPatiently(address: string, { agent, pause }: Asking): Promise<Answer> {
  const answer = await ask(address, agent);
  if (answer.kind !== "untold") return answer;
  const seconds = answer.retryAfter ?? 0;
  if (seconds > LONGEST_WAIT) return answer;
  await wait(Math.max(pause, seconds * 1000));
  return ask(address, agent);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
