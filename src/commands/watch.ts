import { printable } from "../diagnostic/printable.ts";
import type { Lang } from "../diagnostic/words/words.ts";
import type { Watch } from "../host.ts";
import { Memory } from "../memory.ts";
import { type Change, Witness } from "../workspace/witness.ts";
import { type Workspace, workspaceAt } from "../workspace/workspace.ts";
import { type Context, shownPath } from "./context.ts";

/** One run of a command over the workspace as it is now; its exit code. */
type Run = (context: Context, workspace: Workspace) => Promise<number>;

/**
 * Runs a command, and again whenever a file that it read has changed, until the person stops it; only what depends on
 * that file is done again. The exit code is that of the last run. Wrong usage is wrong the first time, and ends it.
 */
export async function watchWorkspace(context: Context, { root }: Workspace, run: Run): Promise<number> {
  const { host, options } = context;
  const words = watchWords[options.lang];
  const memory = new Memory();
  const watch = host.watch();
  try {
    for (;;) {
      const witness = new Witness(host, root);
      const workspace = await workspaceAt(witness.host, root, memory);
      const exitCode = await run({ ...context, host: witness.host }, workspace);
      memory.endRun();
      if (exitCode > 1) return exitCode;
      host.stderr(`${words.waiting}\n`);
      const changes = await nextChanges(watch, witness);
      if (!changes) {
        host.stderr(`${words.stopped}\n`);
        return exitCode;
      }
      host.stderr(`\n${told(context, changes)}\n`);
    }
  } finally {
    watch.close();
  }
}

/** Waits until something that the run read is no longer as it was; null when it is time to stop. */
async function nextChanges(watch: Watch, witness: Witness): Promise<readonly Change[] | null> {
  for (;;) {
    const suspected = await watch.next(witness.paths());
    if (!suspected) return null;
    const changes = await witness.changes(suspected);
    if (changes.length > 0) return changes;
  }
}

/** More changes at once are only counted: a branch was switched, or a folder put in place. */
const mostTold = 5;

function told({ host, options }: Context, changes: readonly Change[]): string {
  const words = watchWords[options.lang];
  const lines = changes
    .slice(0, mostTold)
    .map(({ path, what }) => `${printable(shownPath(host, path))} ${words[what]}`);
  return [...lines, ...(changes.length > mostTold ? [words.more(changes.length - mostTold)] : [])].join("\n");
}

interface WatchWords extends Readonly<Record<Change["what"], string>> {
  readonly waiting: string;
  readonly stopped: string;
  readonly more: (count: number) => string;
}

const watchWords: Readonly<Record<Lang, WatchWords>> = {
  zh: {
    waiting: "正在等候保存（按 Ctrl-C 结束）",
    stopped: "已结束",
    saved: "已保存",
    added: "已添加",
    removed: "已删除",
    more: (count) => `……另有 ${count} 个文件有变化`,
  },
  en: {
    waiting: "waiting for a save (Ctrl-C ends)",
    stopped: "stopped",
    saved: "saved",
    added: "added",
    removed: "removed",
    more: (count) => `… and ${count} more changed`,
  },
};
