import type { ReportFormat } from "../render/render.ts";
import { type CommandTools, listOf, yearsCommand } from "./tools.ts";

const words = {
  zh: {
    about: "生成报告",
    out: "输出到这个文件夹，或（只写一个文件时）这个文件",
    format: "格式，用逗号分开：docx、md、txt（默认 docx）",
    watch: "数据、模板等一保存就重新生成，按 Ctrl-C 结束",
    examples: `
示例：
  report build 2022
  report build 2021 2022 --out 送审
  report build 2022 --format docx,md,txt
  report build 2022 --out 报告.docx
  report build 2022 --watch        边改边生成`,
  },
  en: {
    about: "build the report",
    out: "write to this folder or, where one file is written, to this file",
    format: "formats, separated by commas: docx, md, txt (default: docx)",
    watch: "build again whenever data, a template or a schema is saved; Ctrl-C ends",
    examples: `
Examples:
  report build 2022
  report build 2021 2022 --out review
  report build 2022 --format docx,md,txt
  report build 2022 --out report.docx
  report build 2022 --watch`,
  },
} as const;

export function addBuild({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  yearsCommand(program, "build", lang, own)
    .option("--out <path>", own.out)
    .option("--format <list>", own.format, listOf(["docx", "md", "txt"] as const))
    .option("--watch", own.watch)
    .action(
      async (
        years: number[] | undefined,
        options: { out?: string; format?: ReportFormat[]; watch?: boolean },
      ) => {
        const { build } = await import("../commands/build.ts");
        const { format = ["docx"], out = null, watch = false } = options;
        done(await build(context(), years ?? [], { formats: format, out, watch }));
      },
    );
}
