import type { Check, PressTask } from "./press-task.js";

export async function preflight(_bytes: Uint8Array, _task: PressTask): Promise<Check[]> {
  return [];
}
