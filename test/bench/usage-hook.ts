import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
import { peakMegabytes } from "./peak-memory.ts";

/** Loaded before a program: tells what its process has used when it ends. */
if (isMainThread)
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    const used = [peakMegabytes(), (userCPUTime + systemCPUTime) / 1000];
    writeFileSync(process.env.BENCH_USAGE ?? "", JSON.stringify(used));
  });
