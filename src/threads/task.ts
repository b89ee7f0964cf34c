type Work<In, Out> = (input: In) => Out | Promise<Out>;

/** Work that a thread can do, and where a thread finds it: a function cannot be sent there. */
export interface Task<In, Out> {
  /** The address of the module whose `tasks` it is one of. */
  module: string;
  /** Its key among them. */
  name: string;
  /** Loads the function when it is first called. */
  load(): Promise<Work<In, Out>>;
}

// Any function is one of these, whatever it takes.
type Loads = Readonly<Record<string, () => Promise<Work<never, unknown>>>>;

type Tasks<Loaded extends Loads> = {
  readonly [Name in keyof Loaded]: Loaded[Name] extends () => Promise<(input: infer In) => infer Out>
    ? Task<In, Awaited<Out>>
    : never;
};

/**
 * Declares what threads do for a room. The module that calls it exports the result as `tasks`, and has no other work: every
 * thread loads it.
 * @param module `import.meta.url`
 * @param loads functions by name, each of which takes and returns plain data; loaded when first called
 */
export function declareTasks<Loaded extends Loads>(module: string, loads: Loaded): Tasks<Loaded> {
  const tasks = Object.entries(loads).map(([name, load]) => [name, { module, name, load }]);
  return Object.fromEntries(tasks) as Tasks<Loaded>; // the same keys, each with its own function
}
