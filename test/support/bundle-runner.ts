import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { MemoryCache } from "./memory-cache.ts";

/** A run of the bundled program: what it is given, and what came of it. */
export interface Job {
  readonly name: string;
  readonly folder: string;
  readonly args: readonly string[];
}

export interface Ran {
  readonly name: string;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Main = (args: readonly string[], host: object) => Promise<number>;

/**
 * Loads the bundle once and calls it for every job, as its last line does, with what all runs of a person share: a
 * cache, here in memory. A line of JSON before and after each.
 */
async function runAll(bundlePath: string, jobsPath: string): Promise<void> {
  const jobs = JSON.parse(readFileSync(jobsPath, "utf8")) as readonly Job[];
  const outside = new Outside();
  const cache = new MemoryCache();
  const { main, nodeHost } = load(bundlePath, outside.process);
  for (const { name, folder, args } of jobs) {
    say({ name });
    outside.begin(folder);
    const exitCode = await main(args, { ...nodeHost(), cache });
    say({ name, exitCode, ...outside.out });
  }
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** The two functions that the bundle's last line joins: `main(process.argv.slice(2), nodeHost())`. */
function load(path: string, own: object): { readonly main: Main; readonly nodeHost: () => object } {
  const text = readFileSync(path, "utf8").replace(/^#!.*/, "");
  const wrapped = `(function (require, module, __dirname, process) { ${text}\nreturn { main, nodeHost }; })`;
  const bundle = new Script(wrapped, { filename: path }).runInThisContext() as (
    ...args: readonly unknown[]
  ) => ReturnType<typeof load>;
  return bundle(createRequire(path), { exports: {} }, dirname(path), own);
}

/** What the bundle sees as `process`: a folder of each job's own, and streams that are kept. */
class Outside {
  out: { stdout: string; stderr: string } = { stdout: "", stderr: "" };
  private folder = "/";

  begin(folder: string): void {
    this.folder = folder;
    this.out = { stdout: "", stderr: "" };
  }

  readonly process: object = new Proxy(process, {
    get: (target, key) => this.own(String(key)) ?? Reflect.get(target, key),
    set: () => true,
  });

  private own(key: string): unknown {
    if (key === "argv") return ["node", "report", "--version"];
    if (key === "cwd") return () => this.folder;
    if (key === "env") return {};
    if (key === "stdout" || key === "stderr") return this.stream(key);
    return undefined;
  }

  private stream(which: "stdout" | "stderr"): object {
    const write = (text: string): void => {
      this.out[which] += text;
    };
    return { on: () => undefined, write };
  }
}

const [bundle, jobs] = process.argv.slice(2);
if (bundle && jobs) void runAll(bundle, jobs);
