import { existsSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import type { Host, Thread } from "../host.ts";

/** What a thread does: made ready with a task, then called for job after job. */
export type Work = (
  host: Host,
  task: unknown,
) => Promise<(job: unknown, give: (part: unknown) => void) => Promise<void>>;

/** The first argument of a thread; who else gives it is not taken for one. */
export const threadMark = "report-thread";

type Reply = { readonly part: unknown } | { readonly done: true };

/** Threads of the bundled program at `entry`; none when run from its sources, or where the system has no more. */
export function startThreads(entry: string, count: number, task: unknown): readonly Thread[] {
  if (!existsSync(entry)) return [];
  const threads: Thread[] = [];
  try {
    while (threads.length < count) threads.push(new NodeThread(entry, task));
  } catch {
    return threads;
  }
  return threads;
}

class NodeThread implements Thread {
  private readonly worker: Worker;
  private take: (part: unknown) => void = () => undefined;
  private finish: (wholly: boolean) => void = () => undefined;
  private hasEnded = false;

  constructor(entry: string, task: unknown) {
    const argv = [threadMark, ...process.argv.slice(2)];
    this.worker = new (workerThreads().Worker)(entry, { workerData: { mark: threadMark, task }, argv });
    this.worker.on("message", (reply: Reply) => {
      if ("part" in reply) this.take(reply.part);
      else this.finish(true);
    });
    // What goes wrong there goes wrong again where the rest is done, and is told there.
    this.worker.on("error", () => this.over());
    this.worker.on("exit", () => this.over());
  }

  run(job: unknown, take: (part: unknown) => void): Promise<boolean> {
    if (this.hasEnded) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.take = take;
      this.finish = resolve;
      this.worker.postMessage(job);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private over(): void {
    this.hasEnded = true;
    this.finish(false);
  }
}

/** In a thread that this program started, works until it is ended; anywhere else answers false. */
export function serve(work: Work, host: () => Host): boolean {
  if (process.argv[2] !== threadMark) return false;
  const { isMainThread, parentPort: port, workerData } = workerThreads();
  const data = workerData as { readonly mark?: unknown; readonly task?: unknown } | null; // From whoever started it.
  if (isMainThread || !port || data?.mark !== threadMark) return false;
  const ready = work(host(), data.task);
  port.on("message", async (job: unknown) => {
    const run = await ready;
    await run(job, (part) => port.postMessage({ part } satisfies Reply));
    port.postMessage({ done: true } satisfies Reply);
  });
  return true;
}

/** Loaded when it is needed, which is seldom. */
function workerThreads(): typeof import("node:worker_threads") {
  return process.getBuiltinModule("node:worker_threads");
}
