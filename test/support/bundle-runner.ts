import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Script } from "node:vm";

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

type Bundle = (require: NodeJS.Require, module: object, dirname: string, process: object) => void;

/** Runs the bundle anew for every job, each with a `process` of its own; a line of JSON before and after each. */
async function runAll(bundlePath: string, jobsPath: string): Promise<void> {
  const text = readFileSync(bundlePath, "utf8").replace(/^#!.*/, "");
  const script = new Script(`(function (require, module, __dirname, process) { ${text}\n})`, {
    filename: bundlePath,
  });
  const bundle = script.runInThisContext() as Bundle;
  const require = createRequire(bundlePath);
  for (const job of JSON.parse(readFileSync(jobsPath, "utf8")) as readonly Job[]) {
    say({ name: job.name });
    say(await run(job, (own) => bundle(require, { exports: {} }, dirname(bundlePath), own)));
  }
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function run({ name, folder, args }: Job, start: (own: object) => void): Promise<Ran> {
  return new Promise((resolve) => {
    const out = { stdout: "", stderr: "" };
    const stream = (which: "stdout" | "stderr"): object => ({
      on: () => undefined,
      write: (text: string) => {
        out[which] += text;
      },
    });
    const own: Readonly<Record<string, unknown>> = {
      argv: ["node", "report", ...args],
      cwd: () => folder,
      env: {},
      stdout: stream("stdout"),
      stderr: stream("stderr"),
    };
    start(
      new Proxy(process, {
        get: (target, key) => (Object.hasOwn(own, key) ? own[String(key)] : Reflect.get(target, key)),
        set: (_, key, value) => {
          if (key === "exitCode") resolve({ name, exitCode: Number(value), ...out });
          return true;
        },
      }),
    );
  });
}

const [bundle, jobs] = process.argv.slice(2);
if (bundle && jobs) void runAll(bundle, jobs);
