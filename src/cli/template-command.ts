import type { CheckOptions } from "../commands/check.ts";
import { type CommandTools, oneOf, plainCommand, year } from "./tools.ts";

const words = {
  zh: {
    about: "检查 Word 模板里的标记，或列出它们",
    examples: `
示例：
  report template check templates/letterhead.docx
  report template tags templates/letterhead.docx --year 2022`,
    check: {
      about: "检查 Word 模板：标记、样式、能否使用；不用数据",
      files: "Word 模板，从当前文件夹算起",
      year: "按这一年的指标检查（默认为最近一年）",
      format: "格式：pretty、short、json、github、gitlab、sarif 或 junit（默认 pretty）",
      examples: `
示例：
  report template check templates/letterhead.docx
  report template check templates/standard.docx templates/letterhead.docx --format github`,
    },
    tags: {
      about: "列出 Word 模板里的标记：在哪里，这一年印出什么",
      file: "Word 模板，从当前文件夹算起",
      year: "年份（默认为最近一年）",
      format: "格式：table 或 json（默认 table）",
      examples: `
示例：
  report template tags templates/letterhead.docx
  report template tags templates/letterhead.docx --year 2022 --format json`,
    },
  },
  en: {
    about: "check the tags of a Word template, or list them",
    examples: `
Examples:
  report template check templates/letterhead.docx
  report template tags templates/letterhead.docx --year 2022`,
    check: {
      about: "check Word templates: tags, styles, whether they can be used; no data needed",
      files: "Word templates, from the current folder",
      year: "check with this year's indicators (default: the latest)",
      format: "format: pretty, short, json, github, gitlab, sarif or junit (default: pretty)",
      examples: `
Examples:
  report template check templates/letterhead.docx
  report template check templates/standard.docx templates/letterhead.docx --format github`,
    },
    tags: {
      about: "list the tags of a Word template: where they stand, and what they print in a year",
      file: "a Word template, from the current folder",
      year: "a year (default: the latest)",
      format: "format: table or json (default: table)",
      examples: `
Examples:
  report template tags templates/letterhead.docx
  report template tags templates/letterhead.docx --year 2022 --format json`,
    },
  },
} as const;

const formats = ["pretty", "short", "json", "github", "gitlab", "sarif", "junit"];

export function addTemplate({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  const group = plainCommand(program, "template", lang, own).helpCommand(false);
  plainCommand(group, "check", lang, own.check)
    .argument("<files...>", own.check.files)
    .option("--year <year>", own.check.year, year)
    .option("--format <format>", own.check.format, oneOf(formats))
    .action(async (files: string[], options: { year?: number; format?: CheckOptions["format"] }) => {
      const { checkTemplates } = await import("../commands/template.ts");
      done(await checkTemplates(context(), files, options.year ?? null, options.format ?? "pretty"));
    });
  plainCommand(group, "tags", lang, own.tags)
    .argument("<file>", own.tags.file)
    .option("--year <year>", own.tags.year, year)
    .option("--format <format>", own.tags.format, oneOf(["table", "json"]))
    .action(async (file: string, options: { year?: number; format?: "table" | "json" }) => {
      const { listTags } = await import("../commands/template.ts");
      done(await listTags(context(), file, options.year ?? null, options.format ?? "table"));
    });
}
