import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildSync } from "esbuild";
import type { Job, Ran } from "./bundle-runner.ts";
import { root } from "./root.ts";

/** No job may be silent for longer, use more processor time together with the others of its child, or more memory. */
const silence = 20_000;
const processorSeconds = 60;
const megabytes = 256;

/**
 * Runs the bundled program on many jobs in a child process under limits; a job that ends the child is told as
 * `killed`, and the others go on in a new one.
 */
export async function runBundle(jobs: readonly Job[], folder: string): Promise<readonly (Ran | Killed)[]> {
  const runner = join(folder, "runner.cjs");
  writeFileSync(runner, runnerCode());
  const results: (Ran | Killed)[] = [];
  while (results.length < jobs.length)
    results.push(...(await runSome(jobs.slice(results.length), runner, folder)));
  return results;
}

let bundled: string | null = null;

/** Bundled once for all that a test file runs. */
function runnerCode(): string {
  bundled ??= buildSync({
    entryPoints: [join(root, "test/support/bundle-runner.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
  })
    .outputFiles.map(({ text }) => text)
    .join("");
  return bundled;
}

export interface Killed {
  readonly name: string;
  readonly killed: string;
}

async function runSome(
  jobs: readonly Job[],
  runner: string,
  folder: string,
): Promise<readonly (Ran | Killed)[]> {
  const list = join(folder, `jobs-${jobs.length}.json`);
  writeFileSync(list, JSON.stringify(jobs));
  const node = [process.execPath, `--max-old-space-size=${megabytes}`, runner];
  const limited = ["-c", `ulimit -t ${processorSeconds}; exec "$@"`, "sh", ...node];
  const [command, args] = process.platform === "win32" ? [node[0] ?? "", node.slice(1)] : ["sh", limited];
  const child = spawn(command, [...args, join(root, "dist/program.cjs"), list], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (bytes: Buffer) => {
    errors = (errors + bytes.toString()).slice(-300);
  });
  const exited = once(child, "exit");
  const results: Ran[] = [];
  let timer = setTimeout(() => child.kill("SIGKILL"), silence);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill("SIGKILL"), silence);
    const said = JSON.parse(line) as Ran | { readonly name: string };
    if ("exitCode" in said) results.push(said);
  }
  clearTimeout(timer);
  const [code, signal] = await exited;
  const last = jobs[results.length];
  return last ? [...results, { name: last.name, killed: `${signal ?? code} ${errors}`.trim() }] : results;
}
