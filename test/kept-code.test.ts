import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { casesFolder, root } from "./support/case.ts";
import { temporaryFolder } from "./support/temporary.ts";

const workspace = join(casesFolder, "base");
const name = `program-${process.version}-${process.arch}.code`;

interface Installed {
  readonly folder: string;
  readonly kept: string;
}

/** The program as it is installed, without what it keeps. */
function install(): Installed {
  const folder = join(temporaryFolder(), "dist");
  mkdirSync(folder);
  for (const each of ["report.cjs", "program.cjs"])
    copyFileSync(join(root, "dist", each), join(folder, each));
  return { folder, kept: join(folder, name) };
}

function run({ folder }: Installed, ...args: readonly string[]): string {
  const command = [join(folder, "report.cjs"), "-C", workspace, ...args];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return `${status}\n${stdout}\n${stderr}`;
}

/** `check` before `-C`: the command is what decides whether code is kept. */
function check({ folder }: Installed, ...options: readonly string[]): string {
  const command = [join(folder, "report.cjs"), "check", "2022", "-C", workspace, ...options];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return `${status}\n${stdout}\n${stderr}`;
}

function names({ folder }: Installed): readonly string[] {
  return readdirSync(folder).sort();
}

const without = ["program.cjs", "report.cjs"];
