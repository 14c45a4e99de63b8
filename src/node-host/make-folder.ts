import { existsSync, mkdirSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it. Node's `recursive` tries for ever, and cannot be stopped, where a folder says that
 * it is not there although it is, as /proc does for whatever is to be made in it.
 */
export async function makeFolder(path: string, withParents: boolean = true): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (await isFolder(path)) return;
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!withParents || !isAbsent || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await makeFolder(path, false);
  }
}

async function isFolder(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => null);
  return status?.isDirectory() ?? false;
}

/** The same for a folder that nobody else may look into; throws also where another process makes it at the same time. */
export function makePrivateFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makePrivateFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
