import { availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";

/** What a figure cannot be read without. */
export interface Circumstances {
  readonly date: Date;
  readonly scale: string;
  /** When the run began, whichever part this is of it. */
  readonly loadAtStart: number;
  readonly loadAtEnd: number;
}

/** Processes that want to run, over the last minute; 0 where the system does not say. */
export function load(): number {
  return loadavg()[0] ?? 0;
}

/** One line that names the machine, the day and how busy the machine was. */
export function circumstancesLine({ date, scale, loadAtStart, loadAtEnd }: Circumstances): string {
  const cores = availableParallelism();
  const model = cpus()[0]?.model.trim() ?? "processor unknown";
  const memory = `${(totalmem() / 1024 ** 3).toFixed(0)} GB`;
  const load = `load ${loadAtStart.toFixed(1)} when the run began, ${loadAtEnd.toFixed(1)} after this part`;
  const words = [
    `${date.toISOString().slice(0, 10)}, ${scale}`,
    `Node ${process.versions.node}`,
    `${cores} cores of ${model}, ${memory}`,
    `${platform()} ${release()}`,
    load,
  ];
  return `${words.join("; ")}.${busyWords(loadAtStart, cores)}`;
}

/** The load when the run began is that of others; later it is ours as well. */
export function busyWords(loadAtStart: number, cores: number): string {
  return loadAtStart > cores / 4
    ? " **Others used the machine at the same time: read the ratios, and those with care.**"
    : "";
}
