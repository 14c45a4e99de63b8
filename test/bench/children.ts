import { execFileSync, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { buildSync } from "esbuild";
import { root } from "../support/root.ts";
import type { Taken, Turn } from "./peers/job.ts";

/** A folder that is gone afterwards. */
export async function withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export function node(...args: readonly string[]): Command {
  return { program: process.execPath, args };
}

/** Runs a whole process and gives its milliseconds; throws its last words when it fails. */
export function timeProcess({ program, args, env = {} }: Command): number {
  const begun = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync(program, args, {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  const milliseconds = Number(process.hrtime.bigint() - begun) / 1e6;
  if (error) throw error;
  if (status !== 0) throw new Error(`exit code ${status}: ${lastLine(stderr)}`);
  return milliseconds;
}

function lastLine(words: string): string {
  const lines = words.split("\n").map((line) => line.trim());
  return lines.find((line) => /error|错误/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "";
}

export interface Used {
  readonly milliseconds: number;
  readonly processorMilliseconds: number;
  readonly megabytes: number;
}

/** Runs a process of Node with the hook; its time has a few milliseconds for that in it. */
export function usageOf(command: Command, scratch: string): Used {
  const hook = join(scratch, "usage-hook.cjs");
  const told = join(scratch, "usage.json");
  if (!existsSync(hook)) bundleHook(hook);
  const env = { ...command.env, NODE_OPTIONS: `--require=${hook}`, BENCH_USAGE: told };
  const milliseconds = timeProcess({ ...command, env });
  const [megabytes = 0, processorMilliseconds = 0] = JSON.parse(readFileSync(told, "utf8")) as number[];
  return { milliseconds, processorMilliseconds, megabytes };
}

function bundleHook(outfile: string): void {
  const entryPoints = [join(root, "test", "bench", "usage-hook.ts")];
  buildSync({ entryPoints, bundle: true, platform: "node", format: "cjs", outfile, logLevel: "warning" });
}

/** Runs a task of this bench in a process of its own, which can collect its garbage when it wants. */
export function runTask<T>(name: string, ...args: readonly (string | number)[]): T {
  const script = process.argv[1] ?? "";
  const all = ["--expose-gc", script, "task", name, ...args.map(String)];
  const printed = execFileSync(process.execPath, all, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(printed) as T;
}

/** A process that fills again and again, and only when it is told. */
export interface Filler {
  turn(turn: Turn): Promise<Taken>;
  end(): Promise<void>;
}

/** Throws what the process says when it ends before it has filled once. */
export async function startFiller(script: string, args: readonly string[]): Promise<Filler> {
  const child = fork(script, args, { stdio: ["ignore", "ignore", "pipe", "ipc"], execArgv: [] });
  const errors = child.stderr ? text(child.stderr) : "";
  // A child that was disconnected has no `close`.
  const ended = once(child, "exit").then(async () => {
    throw new Error(lastLine(await errors));
  });
  ended.catch(() => undefined);
  const next = async (): Promise<unknown> => (await Promise.race([once(child, "message"), ended]))[0];
  await next();
  return {
    turn: async (turn) => {
      child.send(turn);
      return (await next()) as Taken;
    },
    end: async () => {
      child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}
