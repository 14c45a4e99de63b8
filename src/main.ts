import { runCli } from "./cli/cli.ts";
import { printable } from "./diagnostic/printable.ts";
import type { Host } from "./host.ts";

/** The program: arguments in, exit code out. Whatever is thrown is a bug of ours, and said to be one. */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  try {
    return await runCli(argv, host);
  } catch (error) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    host.stderr(`report: 程序内部出错，不是您的错。请把命令和这一行告诉维护者。\n`);
    host.stderr(`report: internal error, a bug of ours: ${printable(words).slice(0, 500)}\n`);
    return 3;
  }
}

/** The program as a thread of its own: given a task, ready for jobs. */
export async function work(
  host: Host,
  task: unknown,
): Promise<(job: unknown, give: (part: unknown) => void) => Promise<void>> {
  const commands = await import("./commands/work.ts");
  return commands.work(host, task);
}
