import { copyFile, link, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { WriteReason } from "../diagnostic/words/output.ts";
import type { OutputFile, WriteFailure } from "../host.ts";
import { makeFolder } from "./make-folder.ts";

const reasons: Readonly<Record<string, WriteReason>> = {
  EACCES: "denied",
  EROFS: "denied",
  EPERM: "denied",
  ENOSPC: "full",
  EDQUOT: "full",
  EBUSY: "locked",
  ENOTDIR: "not-a-folder",
  EEXIST: "not-a-folder",
  ENAMETOOLONG: "too-long",
};

interface Staged {
  readonly target: string;
  readonly temporary: string;
  readonly backup: string;
}

/**
 * All or none. Every file is first written in full beside its target and synced; only then are they renamed,
 * one after the other. Should a rename fail, those before it are taken back from hard links of the old files.
 */
export async function writeFiles(files: readonly OutputFile[]): Promise<WriteFailure | null> {
  const staged: Staged[] = [];
  let current = files[0]?.path ?? "";
  try {
    for (const { path } of files) {
      current = path;
      await makeFolder(dirname(path));
      await sweep(dirname(path));
    }
    for (const [index, { path, bytes }] of files.entries()) {
      current = path;
      const stem = join(dirname(path), `.report-${process.pid}-${index}`);
      const each = { target: path, temporary: `${stem}.tmp`, backup: `${stem}.old` };
      staged.push(each);
      await writeSynced(each.temporary, bytes);
    }
    const failed = await renameAll(staged);
    if (failed) return failed;
    for (const folder of new Set(staged.map(({ target }) => dirname(target)))) await syncFolder(folder);
    return null;
  } catch (error) {
    return failure(current, error);
  } finally {
    for (const { temporary, backup } of staged) {
      await remove(temporary);
      await remove(backup);
    }
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renameAll(staged: readonly Staged[]): Promise<WriteFailure | null> {
  const done: Staged[] = [];
  for (const each of staged) {
    try {
      if (staged.length > 1) await keepOld(each);
      await rename(each.temporary, each.target);
      done.push(each);
    } catch (error) {
      for (const { target, backup } of done)
        await rename(backup, target).catch(() => rm(target, { force: true }));
      return failure(each.target, error);
    }
  }
  return null;
}

async function keepOld({ target, backup }: Staged): Promise<void> {
  try {
    await link(target, backup).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") throw error;
      return copyFile(target, backup);
    });
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

/** A folder cannot be synced on Windows, nor on some network drives; the rename itself holds there. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    return;
  }
}

/** Takes away what runs that were killed have left; a name with our own number is from an earlier process. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^\.report-(\d+)-\d+\.(?:tmp|old)$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !isRunning(Number(pid)))) await remove(join(folder, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function failure(path: string, error: unknown): WriteFailure {
  const code = codeOf(error);
  const isWindowsLock = process.platform === "win32" && (code === "EPERM" || code === "EACCES");
  const reason = isWindowsLock ? "locked" : (reasons[code] ?? "other");
  return { path, reason, detail: code || (error instanceof Error ? error.message : String(error)) };
}
