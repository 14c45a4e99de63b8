import type { NamedYears } from "../commands/years.ts";
import { type CommandTools, yearsCommand } from "./tools.ts";

const words = {
  zh: {
    about: "把数据文件整理成规定的次序（注释跟着走），列出改了的文件",
    check: "只检查，不写文件；有要整理的，列出来，退出码为 1",
    examples: `
示例：
  report fmt
  report fmt 2022
  report fmt --check    在 CI 里用`,
  },
  en: {
    about: "put data files into canonical order, comments kept; lists those that changed",
    check: "write nothing; list the files that are not in order, and exit with 1 where there are any",
    examples: `
Examples:
  report fmt
  report fmt 2022
  report fmt --check    for CI`,
  },
} as const;

export function addFmt({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  yearsCommand(program, "fmt", lang, own)
    .option("--check", own.check)
    .action(async (years: NamedYears[] | undefined, options: { check?: boolean }) => {
      const { fmt } = await import("../commands/fmt.ts");
      done(await fmt(context(), years ?? [], options.check ?? false));
    });
}
