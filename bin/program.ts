import { main, work } from "../src/main.ts";
import { nodeHost } from "../src/node-host/node-host.ts";
import { serve } from "../src/node-host/threads.ts";

/** The program, or a thread of it. */
export function start(): void {
  if (serve(work, nodeHost)) return;
  main(process.argv.slice(2), nodeHost()).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
