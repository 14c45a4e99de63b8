import type { RunOptions, RunResult } from "../host.ts";

const mostMilliseconds = 30_000;

/** Runs a program without a shell; what it prints is bounded, and so is its time. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, limit }: RunOptions,
): Promise<RunResult> {
  // Loaded when it is needed, which is seldom.
  const { spawn } = process.getBuiltinModule("node:child_process");
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" };
    const child = spawn(command, args, {
      cwd,
      env,
      shell: false,
      stdio: ["ignore", "pipe", "ignore"],
      windowsHide: true,
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), mostMilliseconds);
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (result: RunResult): void => {
      clearTimeout(timer);
      resolve(result);
    };
    child.stdout.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) child.kill("SIGKILL");
      else chunks.push(chunk);
    });
    child.on("error", () => finish({ ok: false, reason: "missing" }));
    child.on("close", (code) => {
      if (length > limit) finish({ ok: false, reason: "too-large" });
      else if (code === 0) finish({ ok: true, stdout: Buffer.concat(chunks) });
      else finish({ ok: false, reason: "failed" });
    });
  });
}
