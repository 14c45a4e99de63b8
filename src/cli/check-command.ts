import type { CheckOptions } from "../commands/check.ts";
import type { NamedYears } from "../commands/years.ts";
import { type CommandTools, notWith, oneOf, wholeNumber, yearsCommand } from "./tools.ts";

const formats = ["pretty", "short", "json", "github", "gitlab", "sarif", "junit"];

const words = {
  zh: {
    about: "检查数据和模板，不生成文件",
    format: "格式：pretty、short、json、github、gitlab、sarif 或 junit（默认 pretty）",
    maxWarnings: "警告超过这个数也算没有通过",
    fix: "改正能自动改的（标点、单位、日期等），并列出改了什么",
    dryRun: "只显示会怎样改，不写文件",
    watch: "数据、模板等一保存就重新检查，按 Ctrl-C 结束（格式为 pretty 或 short）",
    examples: `
示例：
  report check          检查所有年度
  report check 2022
  report check 2022 --watch    边改边检查
  report check --format github --max-warnings 0    在 CI 里用`,
  },
  en: {
    about: "check data and templates, write nothing",
    format: "format: pretty, short, json, github, gitlab, sarif or junit (default: pretty)",
    maxWarnings: "more warnings than this are a failure",
    fix: "mend what is mechanical (marks, units, dates …) and say what was done",
    dryRun: "only show what --fix would change, as a diff",
    watch: "check again whenever data, a template or a schema is saved; Ctrl-C ends (format pretty or short)",
    examples: `
Examples:
  report check           checks every year
  report check 2022
  report check 2022 --watch
  report check --format github --max-warnings 0    for CI`,
  },
} as const;

export function addCheck({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  yearsCommand(program, "check", lang, own)
    .option("--format <format>", own.format, oneOf(formats))
    .option("--max-warnings <number>", own.maxWarnings, wholeNumber(0, 999_999))
    .option("--fix", own.fix)
    .option("--dry-run", own.dryRun)
    .option("--watch", own.watch)
    .action(
      async (
        years: NamedYears[] | undefined,
        options: {
          format?: CheckOptions["format"];
          maxWarnings?: number;
          fix?: boolean;
          dryRun?: boolean;
          watch?: boolean;
        },
      ) => {
        const { check } = await import("../commands/check.ts");
        const { format = "pretty", maxWarnings = null, watch = false } = options;
        const fix = options.dryRun ? "dry-run" : options.fix ? "yes" : "no";
        if (watch && fix !== "no") notWith("--watch", options.dryRun ? "--dry-run" : "--fix");
        // The other formats are one document about one run.
        if (watch && format !== "pretty" && format !== "short") notWith("--watch", `--format ${format}`);
        done(await check(context(), years ?? [], { format, maxWarnings, fix, watch }));
      },
    );
}
