import type { Command } from "commander";
import type { DiffFormat } from "../commands/diff.ts";
import { type CommandTools, oneOf, plainCommand } from "./tools.ts";
import { wrongArgument } from "./wrong-usage.ts";

const words = {
  zh: {
    about: "对比两个年度，或与以前的版本对比",
    sides: "两个年份，或两个数据文件（只写一个年份时与它的上一年对比，不写时对比最近两年）",
    since: "与仓库里的这个版本对比，如 HEAD~1，只列有变化的",
    format: "格式：table、md、json、csv 或 html（默认 table）",
    only: "只看这组或这项指标，如 safety、safety.hazardsFound（可写多次）",
    exitCode: "有差别时退出码为 1",
    examples: `
示例：
  report diff 2021 2022
  report diff 2022 --since HEAD~1
  report diff 2021 2022 --only safety --format md
  report diff 旧.yaml data/2022.yaml`,
  },
  en: {
    about: "compare two years, or a year with what it was",
    sides: "two years or two data files (one year: with the year before it; none: the last two years)",
    since: "compare with this revision of the repository, such as HEAD~1; lists what changed",
    format: "format: table, md, json, csv or html (default: table)",
    only: "this group or indicator only, such as safety or safety.hazardsFound (may be repeated)",
    exitCode: "exit with 1 where there are differences",
    examples: `
Examples:
  report diff 2021 2022
  report diff 2022 --since HEAD~1
  report diff 2021 2022 --only safety --format md
  report diff old.yaml data/2022.yaml`,
  },
} as const;

interface Options {
  readonly since?: string;
  readonly format?: DiffFormat;
  readonly only?: string[];
  readonly exitCode?: boolean;
}

export function addDiff({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  const command: Command = plainCommand(program, "diff", lang, own)
    .argument("[sides...]", own.sides, side)
    .option("--since <revision>", own.since, revision)
    .option("--format <format>", own.format, oneOf(["table", "md", "json", "csv", "html"]))
    .option("--only <path>", own.only, (name: string, before: string[] = []) => [...before, name])
    .option("--exit-code", own.exitCode);
  command.action(async (sides: string[] | undefined, options: Options) => {
    const { since = null, format = "table", only = [], exitCode = false } = options;
    const most = since === null ? 2 : 1;
    if (sides && sides.length > most)
      command.error("error: too many arguments for 'diff'", { code: "commander.excessArguments" });
    const { diff } = await import("../commands/diff.ts");
    done(await diff(context(), sides ?? [], { since, format, only, exitCode }));
  });
}

/** Digits alone are a year; anything else is a file. */
function side(text: string, before: string[] = []): string[] {
  if (text === "" || (/^\d+$/.test(text) && !/^(?:19|20|21)\d\d$/.test(text)))
    throw wrongArgument("year", text);
  return [...before, text];
}

/** A revision never looks like an option of git. */
function revision(text: string): string {
  if (text === "" || text.startsWith("-") || /[\0-\x1f\x7f]/.test(text)) throw wrongArgument("choice", text);
  return text;
}
