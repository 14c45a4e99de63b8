import { type CommandTools, notWith, oneOf, plainCommand, year } from "./tools.ts";

const words = {
  zh: {
    about: "找出报告在 Word 里改了什么，并写回数据",
    file: "改过的 Word 文件（.docx）",
    year: "报告的年份（文件里看得出来的不必写）",
    template: "生成时所用的 Word 模板；文件里有记录的，不用写",
    apply: "把能写回的写进数据文件，注释和次序不动",
    check: "只核对文件与现在的数据是否一致，不一致时退出码为 1",
    accept: "按全部接受修订处理",
    reject: "按全部拒绝修订处理",
    format: "格式：pretty 或 json（默认 pretty）",
    examples: `
示例：
  report pull 改过的报告.docx            列出改动：数字、文字、不能自动写回的、批注
  report pull 改过的报告.docx --apply    写回数据，再运行 report build 就得到改后的报告
  report pull out/报告.docx --check      核对 Word 文件与数据`,
  },
  en: {
    about: "find what was changed in a report in Word, and bring it back into the data",
    file: "the edited Word file (.docx)",
    year: "the year of the report, where the file does not tell",
    template: "the Word template that it was built with, where the file does not tell",
    apply: "write what can go back into the data file, comments and order kept",
    check: "only tell whether the file agrees with today's data; exit 1 where it does not",
    accept: "take all tracked changes as accepted",
    reject: "take all tracked changes as rejected",
    format: "format: pretty or json (default: pretty)",
    examples: `
Examples:
  report pull edited.docx            lists figures, words, what cannot go back, comments
  report pull edited.docx --apply    writes them into the data; build then gives the edited report
  report pull out/report.docx --check`,
  },
} as const;

interface Given {
  readonly year?: number;
  readonly template?: string;
  readonly apply?: true;
  readonly check?: true;
  readonly acceptAll?: true;
  readonly rejectAll?: true;
  readonly format?: "pretty" | "json";
}

export function addPull({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  plainCommand(program, "pull", lang, own)
    .argument("<file>", own.file)
    .option("--year <year>", own.year, year)
    .option("--template <file>", own.template)
    .option("--apply", own.apply)
    .option("--check", own.check)
    .option("--accept-all", own.accept)
    .option("--reject-all", own.reject)
    .option("--format <format>", own.format, oneOf(["pretty", "json"]))
    .action(async (file: string, given: Given) => {
      if (given.apply && given.check) notWith("--apply", "--check");
      if (given.acceptAll && given.rejectAll) notWith("--accept-all", "--reject-all");
      const { pull } = await import("../commands/pull.ts");
      const options = {
        year: given.year ?? null,
        template: given.template ?? null,
        apply: given.apply ?? false,
        check: given.check ?? false,
        tracked: given.acceptAll ? ("accept" as const) : given.rejectAll ? ("reject" as const) : null,
        format: given.format ?? ("pretty" as const),
      };
      done(await pull(context(), file, options));
    });
}
