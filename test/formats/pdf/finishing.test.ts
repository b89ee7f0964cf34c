import { expect, it } from "vitest";
import { openFinishing } from "../../../src/formats/pdf/finishing.js";

it("makes editions with half the cores while browsers print, and with all of them afterwards", async () => {
  const finishing = openFinishing(4, 6);
  const ends: (() => void)[] = [];
  const made = Array.from({ length: 6 }, (_, number) =>
    finishing.run(async () => {
      await new Promise<void>((end) => ends.push(end));
      return number;
    }),
  );
  await settled();
  expect(ends).toHaveLength(2);
  for (let volume = 0; volume < 5; volume++) finishing.printed();
  await settled();
  expect(ends).toHaveLength(2);
  finishing.printed();
  await settled();
  expect(ends).toHaveLength(4);
  for (let end = ends.shift(); end; end = ends.shift()) {
    end();
    await settled();
  }
  expect(await Promise.all(made)).toEqual([0, 1, 2, 3, 4, 5]);
});

function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
