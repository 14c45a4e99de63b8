import type { Host } from "../src/host.ts";
import { main, work } from "../src/main.ts";
import type { Keeping } from "../src/node-host/node-cache.ts";
import { nodeHost } from "../src/node-host/node-host.ts";
import { serve } from "../src/node-host/threads.ts";

/** The program, or a thread of it. */
export function start(keeping: Keeping): void {
  const host = (): Host => nodeHost(keeping);
  if (serve(work, host)) return;
  main(process.argv.slice(2), host()).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
