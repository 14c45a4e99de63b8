import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, isAbsolute, join, parse } from "node:path";
import type { Host } from "../host.ts";
import { ask } from "./ask.ts";
import { type Keeping, NodeCache } from "./node-cache.ts";
import { readBytes, readChunks } from "./read-bytes.ts";
import { runProgram } from "./run-program.ts";
import { stopOnSignal } from "./stop.ts";
import { startThreads } from "./threads.ts";
import { watchPaths } from "./watch-paths.ts";
import { writeFiles } from "./write-files.ts";

/** The one implementation of the outside; where nothing is kept, `keeping` is null. */
export function nodeHost(keeping: Keeping | null = null): Host {
  bearClosedPipes();
  return {
    cwd: currentFolder(),
    env: process.env,
    shipped: packageFolder(import.meta.dirname),
    terminal: process.stderr.isTTY ? { columns: process.stderr.columns || 80 } : null,
    processors: availableParallelism(),
    cache: keeping && new NodeCache(keeping),
    readBytes,
    readChunks,
    stamp,
    list,
    write: writeFiles,
    run: runProgram,
    threads: (count, task) => startThreads(join(import.meta.dirname, "report.cjs"), count, task),
    stop: stopOnSignal,
    watch: watchPaths,
    ask,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  };
}

/** A folder that was deleted under the command has its name left, which the shell told. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    const { PWD: told = "" } = process.env;
    return isAbsolute(told) ? told : parse(process.execPath).root;
  }
}

async function stamp(path: string): Promise<string | null> {
  const status = await stat(path, { bigint: true }).catch(() => null);
  return status && [status.dev, status.ino, status.size, status.mtimeNs, status.ctimeNs].join(":");
}

async function list(folder: string): Promise<readonly string[] | null> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return null;
  }
}

const outputFailed = (cause: string): string =>
  `report: 无法写出结果（${cause}）\nreport: cannot write the output (${cause})\n`;

/** The folder of the package: the nearest one above this code that holds a package.json. */
function packageFolder(from: string): string {
  if (existsSync(join(from, "package.json")) || dirname(from) === from) return from;
  return packageFolder(dirname(from));
}

/** `report figures 2022 | head` closes our output early; that is no fault. A full disk is, and no bug of ours. */
function bearClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      if (stream === process.stdout) process.stderr.write(outputFailed(error.code ?? error.name));
      process.exit(1);
    });
  }
}
