import { posix, relative, sep } from "node:path";
import { diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { Host, ReadLimits, ReadResult, RunResult } from "../host.ts";
import type { Workspace } from "./workspace.ts";

const mostListed = 4 * 1024 * 1024;

/**
 * The workspace as it was at a revision, read from the repository's objects: nothing is checked out, no filter and no
 * hook runs. What is shipped with the program is as it is.
 */
export async function atRevision(
  host: Host,
  workspace: Workspace,
  revision: string,
): Promise<Outcome<{ readonly host: Host; readonly workspace: Workspace }>> {
  const { root } = workspace;
  const git = (args: readonly string[], limit: number): Promise<RunResult> =>
    host.run("git", ["--no-pager", ...args], { cwd: root, limit });
  const top = await git(["rev-parse", "--show-prefix"], mostListed);
  if (!top.ok)
    return failed(
      diagnostic(top.reason === "missing" ? "git-missing" : "git-no-repository", null, { folder: root }),
    );
  const commit = await git(
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`],
    mostListed,
  );
  if (!commit.ok) return failed(diagnostic("git-revision-unknown", null, { revision }));
  const prefix = lineOf(top.stdout);
  const reader = new Reader(git, lineOf(commit.stdout), prefix);
  const inside = (path: string): string | null => {
    const way = relative(root, path);
    return way.startsWith("..") ? null : way.split(sep).join("/");
  };
  const past: Host = {
    ...host,
    readBytes: async (path, limits) => {
      const way = inside(path);
      return way === null ? host.readBytes(path, limits) : reader.read(way, limits);
    },
    readChunks: async (path, limits, take) => {
      const way = inside(path);
      if (way === null) return host.readChunks(path, limits, take);
      const read = await reader.read(way, limits);
      if (!read.ok) return read;
      take(read.bytes);
      return { ok: true, size: read.bytes.length };
    },
    stamp: async () => null,
    list: async (folder) => {
      const way = inside(folder);
      return way === null ? host.list(folder) : reader.list(way);
    },
  };
  return outcome({ host: past, workspace: await asItWas(past, host, workspace) }, []);
}

/** A folder `schemas/` or `templates/` that was not there then was the shipped one. */
async function asItWas(past: Host, host: Host, { root, textLimit }: Workspace): Promise<Workspace> {
  const names = (await past.list(root)) ?? [];
  const own = (name: string): string => `${names.includes(name) ? root : host.shipped}${sep}${name}`;
  return {
    root,
    textLimit,
    wordTemplate: null,
    memory: null,
    schemas: own("schemas"),
    templates: own("templates"),
  };
}

class Reader {
  private readonly git: (args: readonly string[], limit: number) => Promise<RunResult>;
  private readonly commit: string;
  private readonly prefix: string;

  constructor(git: Reader["git"], commit: string, prefix: string) {
    this.git = git;
    this.commit = commit;
    this.prefix = prefix;
  }

  async read(way: string, { limit }: ReadLimits): Promise<ReadResult> {
    const read = await this.git(["cat-file", "blob", this.object(way)], limit);
    if (read.ok) return { ok: true, bytes: read.stdout };
    return { ok: false, reason: read.reason === "too-large" ? "too-large" : "missing" };
  }

  async list(way: string): Promise<readonly string[] | null> {
    const listed = await this.git(
      ["ls-tree", "--full-tree", "--name-only", "-z", this.object(way)],
      mostListed,
    );
    if (!listed.ok) return null;
    return new TextDecoder()
      .decode(listed.stdout)
      .split("\0")
      .filter((name) => name !== "")
      .sort();
  }

  private object(way: string): string {
    return `${this.commit}:${posix.normalize(`${this.prefix}${way}`).replace(/^\.$|\/$/g, "")}`;
  }
}

function lineOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\r?\n$/, "");
}
