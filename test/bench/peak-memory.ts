import { readFileSync } from "node:fs";

/**
 * The most memory that this process has held at once. Taken from its own where the system has it, since the usual
 * count begins with that of the process that started it.
 */
export function peakMegabytes(): number {
  return (ownPeak() ?? process.resourceUsage().maxRSS) / 1024;
}

function ownPeak(): number | null {
  try {
    const own = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    return own === undefined ? null : Number(own);
  } catch {
    return null;
  }
}
