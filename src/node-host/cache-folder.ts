import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { crc32 } from "node:zlib";
import { makePrivateFolder } from "./make-folder.ts";

/** More is not kept: a few versions of the program, and a few files for each of a district's workspaces. */
const mostFiles = 512;
const mostBytes = 32 * 1024 * 1024;
/** What was written by a process that was ended goes after an hour. */
const unfinished = /~[0-9]+$/;
const hour = 3_600_000;

/**
 * A folder of the person's own for what this program has made of files before. Whoever can write into it can make the
 * program do anything, so it is used only where nobody else can. Whatever goes wrong here costs time and nothing else.
 */
export class CacheFolder {
  private readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static open(env: NodeJS.ProcessEnv): CacheFolder | null {
    const base = baseOf(env);
    return base === null ? null : new CacheFolder(join(base, "report"));
  }

  /** The bytes kept under a name, if they are whole. */
  read(name: string): Buffer | null {
    let opened: number | null = null;
    try {
      if (!isOwn(lstatSync(this.path))) return null;
      opened = openSync(join(this.path, name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      const status = fstatSync(opened);
      if (!isOwn(status) || !status.isFile() || status.size > mostBytes) return null;
      const file = readFileSync(opened);
      const bytes = file.subarray(4);
      return file.length >= 4 && file.readUInt32LE(0) === crc32(bytes) ? bytes : null;
    } catch {
      return null;
    } finally {
      if (opened !== null) closeSync(opened);
    }
  }

  /** Written beside and renamed: another process finds all of it, or none. */
  write(name: string, bytes: Uint8Array): void {
    const path = join(this.path, name);
    const temporary = `${path}~${process.pid}`;
    try {
      if (!this.prepare()) return;
      const sum = Buffer.alloc(4);
      sum.writeUInt32LE(crc32(bytes), 0);
      writeFileSync(temporary, Buffer.concat([sum, bytes]), { flag: "wx", mode: 0o600 });
      renameSync(temporary, path);
      this.tidy();
    } catch {
      remove(temporary);
    }
  }

  private prepare(): boolean {
    // As root in another's home, a folder would be made that its owner cannot use.
    if (process.getuid?.() === 0 && !isOwn(nearest(this.path), 0)) return false;
    makePrivateFolder(this.path);
    return isOwn(lstatSync(this.path));
  }

  /** Takes away what was written longest ago, where there is too much. */
  private tidy(): void {
    const files = readdirSync(this.path)
      .map((name) => ({ path: join(this.path, name), status: lstatSync(join(this.path, name)) }))
      .filter(({ status }) => status.isFile())
      .toSorted((one, other) => other.status.mtimeMs - one.status.mtimeMs);
    const newest = files[0]?.status.mtimeMs ?? 0;
    let bytes = 0;
    for (const [index, { path, status }] of files.entries()) {
      bytes += status.size;
      const isLeft = unfinished.test(path) && status.mtimeMs < newest - hour;
      if (index >= mostFiles || bytes > mostBytes || isLeft) remove(path);
    }
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What lies there is not ours.
  }
}

function baseOf(env: NodeJS.ProcessEnv): string | null {
  if (process.platform === "win32") return absolute(env.LOCALAPPDATA);
  const given = absolute(env.XDG_CACHE_HOME);
  if (given !== null) return given;
  const home = absolute(homedir());
  if (home === null) return null;
  return process.platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
}

function absolute(path: string | undefined): string | null {
  return path && isAbsolute(path) ? path : null;
}

/** Nobody else can write there. Windows keeps a person's local data to that person. */
function isOwn(status: Stats, writableByOthers: number = 0o022): boolean {
  const user = process.getuid?.();
  if (user === undefined) return true;
  return !status.isSymbolicLink() && status.uid === user && (status.mode & writableByOthers) === 0;
}

function nearest(path: string): Stats {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status ?? nearest(dirname(path));
}
