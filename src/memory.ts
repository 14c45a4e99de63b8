interface Kept {
  readonly inputs: readonly unknown[];
  readonly result: unknown;
  /** The run in which it was last asked for. */
  run: number;
}

/** A result is kept until it has not been asked for in so many runs: an edit that is taken back costs nothing. */
const longestKept = 3;

/** Results of stages by what they were made from, for commands that run again and again over files that change little. */
export class Memory {
  private readonly kept = new Map<unknown, readonly Kept[]>();
  private run = 0;

  /** What a stage gave for the same inputs; where that is not known, what it gives now. */
  keep<R>(stage: unknown, inputs: readonly unknown[], make: () => R): R {
    const before = this.kept.get(stage)?.find((each) => same(each.inputs, inputs));
    if (before) {
      before.run = this.run;
      return before.result as R; // Kept below, under the stage that gave it.
    }
    const result = make();
    this.kept.set(stage, [...(this.kept.get(stage) ?? []), { inputs, result, run: this.run }]);
    return result;
  }

  /** Ends a run, and forgets what has long not been asked for. */
  endRun(): void {
    this.run++;
    for (const [stage, results] of this.kept)
      this.kept.set(
        stage,
        results.filter(({ run }) => this.run - run <= longestKept),
      );
  }
}

/** Calls a stage, a pure function, by way of a memory where there is one. */
export function recall<A extends readonly unknown[], R>(
  memory: Memory | null,
  stage: (...inputs: A) => R,
  ...inputs: A
): R {
  return memory ? memory.keep(stage, inputs, () => stage(...inputs)) : stage(...inputs);
}

/** Bytes, lists and maps are the same where what they hold is; anything else, where it is the very same. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (one instanceof Uint8Array) return other instanceof Uint8Array && Buffer.compare(one, other) === 0;
  if (Array.isArray(one)) {
    const isAlike = Array.isArray(other) && one.length === other.length;
    return isAlike && one.every((each, index) => same(each, other[index]));
  }
  return one instanceof Map && other instanceof Map && same([...one], [...other]);
}
