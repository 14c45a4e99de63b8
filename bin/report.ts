#!/usr/bin/env node
import { main, work } from "../src/main.ts";
import { nodeHost } from "../src/node-host/node-host.ts";
import { serve } from "../src/node-host/threads.ts";

if (!serve(work, nodeHost)) {
  main(process.argv.slice(2), nodeHost()).then((exitCode) => {
    process.exitCode = exitCode;
  });
}
