import type { NamedYears } from "../commands/years.ts";
import type { ReportFormat } from "../render/render.ts";
import { type CommandTools, listOf, notWith, wholeNumber, yearsCommand } from "./tools.ts";

const words = {
  zh: {
    about: "生成报告",
    out: "输出到这个文件夹，或（只写一个文件时）这个文件",
    template: "Word 模板，从当前文件夹算起（默认为 .report.yaml 里写的，否则为 templates/standard.docx）",
    format: "格式，用逗号分开：docx、md、txt（默认 docx）",
    force: "有人在 Word 里改过的文件也重写（改动会丢失）",
    all: "生成所有有数据文件的年度",
    jobs: "用几个线程一起做（默认按份数和处理器决定，1 为不另开线程）",
    watch: "数据、模板等一保存就重新生成，按 Ctrl-C 结束",
    examples: `
示例：
  report build 2022
  report build 2015..2022 --out 送审
  report build --all
  report build 2021 2022 --out 送审
  report build 2022 --format docx,md,txt
  report build 2022 --out 报告.docx
  report build 2022 --template templates/letterhead.docx
  report build 2022 --watch        边改边生成`,
  },
  en: {
    about: "build the report",
    out: "write to this folder or, where one file is written, to this file",
    template:
      "Word template, from the current folder (default: as .report.yaml says, or templates/standard.docx)",
    format: "formats, separated by commas: docx, md, txt (default: docx)",
    force: "write over Word files that were edited; the edits are lost",
    all: "build every year that has a data file",
    jobs: "threads to work with (default: by the number of reports and processors; 1 starts none)",
    watch: "build again whenever data, a template or a schema is saved; Ctrl-C ends",
    examples: `
Examples:
  report build 2022
  report build 2015..2022 --out review
  report build --all
  report build 2021 2022 --out review
  report build 2022 --format docx,md,txt
  report build 2022 --out report.docx
  report build 2022 --template templates/letterhead.docx
  report build 2022 --watch`,
  },
} as const;

export function addBuild({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  yearsCommand(program, "build", lang, own)
    .option("--out <path>", own.out)
    .option("--template <file>", own.template)
    .option("--format <list>", own.format, listOf(["docx", "md", "txt"] as const))
    .option("--force", own.force)
    .option("--all", own.all)
    .option("--jobs <number>", own.jobs, jobCount)
    .option("--watch", own.watch)
    .action(async (years: NamedYears[] | undefined, options: Options) => {
      const { build } = await import("../commands/build.ts");
      const {
        format = ["docx"],
        out = null,
        template = null,
        all = false,
        jobs = null,
        watch = false,
        force = false,
      } = options;
      const [first] = years ?? [];
      if (all && first)
        notWith("--all", typeof first === "number" ? `${first}` : `${first.from}..${first.to}`);
      if (watch && jobs !== null && jobs > 1) notWith("--watch", "--jobs");
      done(await build(context(), years ?? [], { formats: format, out, template, all, jobs, watch, force }));
    });
}

interface Options {
  readonly out?: string;
  readonly template?: string;
  readonly format?: ReportFormat[];
  readonly force?: boolean;
  readonly all?: boolean;
  readonly jobs?: number;
  readonly watch?: boolean;
}

const jobCount = wholeNumber(1, 64);
