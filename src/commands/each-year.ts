import type { Host, Stop, Thread } from "../host.ts";

/** Work that is done for one year after another. */
export interface YearWork<T> {
  /** Does it in this thread. */
  readonly here: (year: number) => Promise<T>;
  /** What a thread is told, so that it can do the same; null where only this one can. */
  readonly task: unknown;
  /** Given each year's result, one at a time, in no certain order. */
  readonly take: (year: number, made: T) => Promise<void>;
}

/** A thread first compiles schema and templates, which takes as long as this many reports. */
const fewestForThreads = 60;
const fewestPerThread = 20;
const mostThreads = 4;
/** Years next to each other go to one thread together. */
const mostAtOnce = 25;

/** Does the work for all years, or until it is to stop: in threads where that pays, else here. */
export async function eachYear<T>(
  host: Host,
  years: readonly number[],
  jobs: number | null,
  work: YearWork<T>,
  stop: Stop,
): Promise<void> {
  const count = work.task === null ? 1 : threadsFor(host, years.length, jobs);
  const threads = count < 2 ? [] : host.threads(count, work.task);
  const left = threads.length === 0 ? years : await inThreads(threads, years, work, stop);
  let taken: Promise<void> = Promise.resolve();
  for (const year of left) {
    if (stop.isAsked()) break;
    // The last result is written while the next is made.
    const made = await work.here(year);
    await taken;
    taken = work.take(year, made);
  }
  await taken;
}

function threadsFor({ processors }: Host, years: number, jobs: number | null): number {
  if (jobs !== null) return Math.min(jobs, years);
  return years < fewestForThreads
    ? 1
    : Math.min(processors, mostThreads, Math.floor(years / fewestPerThread));
}

/** Gives the years that no thread came to: all are there when threads end early. */
async function inThreads<T>(
  threads: readonly Thread[],
  years: readonly number[],
  work: YearWork<T>,
  stop: Stop,
): Promise<readonly number[]> {
  const size = Math.min(mostAtOnce, Math.ceil(years.length / threads.length / 2));
  const runs = Array.from({ length: Math.ceil(years.length / size) }, (_, index) =>
    years.slice(index * size, (index + 1) * size),
  );
  const done = new Set<number>();
  let taken: Promise<void> = Promise.resolve();
  const take = (part: unknown): void => {
    const { year, made } = part as { readonly year: number; readonly made: T }; // What the task's thread gives.
    if (stop.isAsked() || done.has(year)) return;
    done.add(year);
    taken = taken.then(() => work.take(year, made));
  };
  const lane = async (thread: Thread): Promise<void> => {
    for (let run = runs.shift(); run; run = runs.shift()) {
      if (!(await thread.run(run, take))) return;
      // No more is made than can be written.
      await taken;
    }
  };
  const end = async (): Promise<void> => void (await Promise.all(threads.map((each) => each.end())));
  void stop.whenAsked.then(end);
  await Promise.all(threads.map(lane));
  await taken;
  await end();
  return years.filter((year) => !done.has(year));
}
