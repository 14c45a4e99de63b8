import type { Lang } from "./diagnostic/words/words.ts";

/** The words of the help and of wrong usage, in both languages. */
export interface CliWords {
  readonly about: string;
  readonly build: string;
  readonly check: string;
  readonly figures: string;
  readonly explain: string;
  readonly code: string;
  readonly explainExamples: string;
  readonly schema: string;
  readonly schemaWrite: string;
  readonly schemaExamples: string;
  readonly years: string;
  readonly folder: string;
  readonly lang: string;
  readonly color: string;
  readonly help: string;
  readonly version: string;
  readonly out: string;
  readonly buildFormat: string;
  readonly checkFormat: string;
  readonly maxWarnings: string;
  readonly fix: string;
  readonly dryRun: string;
  readonly figuresFormat: string;
  readonly examples: string;
  readonly buildExamples: string;
  readonly checkExamples: string;
  readonly figuresExamples: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly wrong: (kind: UsageFault, found: string) => string;
  readonly meant: (names: string) => string;
  readonly tryHelp: string;
}

export type UsageFault = "option" | "command" | "missing" | "choice" | "year" | "excess" | "other";

const zh: CliWords = {
  about: "从一份年度数据文件生成公文格式（GB/T 9704-2012）的 Word 报告",
  build: "生成报告",
  check: "检查数据和模板，不生成文件",
  figures: "列出各项指标及合计",
  explain: "说明一个诊断代码的意思，并举例",
  code: "诊断代码，如 figure-unreadable（省略时列出全部）",
  explainExamples: `
示例：
  report explain figure-unreadable
  report explain`,
  schema: "输出供编辑器使用的数据规范，带悬停说明",
  schemaWrite: "写回 schemas/year.schema.json，不输出",
  schemaExamples: `
示例：
  report schema --write                           改了指标以后，更新悬停说明
  report schema > .vscode/year.schema.json        没有 schemas/ 的工作区，供编辑器用`,
  years: "年份，如 2022（build 省略时为最近一年，check 和 figures 省略时为全部）",
  folder: "工作区所在的文件夹（默认从当前文件夹往上找）",
  lang: "语言：zh 或 en",
  color: "颜色：auto、always 或 never",
  help: "显示帮助",
  version: "显示版本",
  out: "输出到这个文件夹，或（只写一个文件时）这个文件",
  buildFormat: "格式，用逗号分开：docx、md、txt（默认 docx）",
  checkFormat: "格式：pretty、short、json、github、gitlab、sarif 或 junit（默认 pretty）",
  maxWarnings: "警告超过这个数也算没有通过",
  fix: "改正能自动改的（标点、单位、日期等），并列出改了什么",
  dryRun: "只显示会怎样改，不写文件",
  figuresFormat: "格式：table、json、csv 或 md（默认 table）",
  examples: `
示例：
  report build 2022               生成 out/<标题>.docx
  report check 2022               只检查，不生成
  report figures 2022             列出全部指标
  report -C D:\\法治报告 build 2022  在另一个文件夹的工作区里生成`,
  buildExamples: `
示例：
  report build 2022
  report build 2021 2022 --out 送审
  report build 2022 --format docx,md,txt
  report build 2022 --out 报告.docx`,
  checkExamples: `
示例：
  report check          检查所有年度
  report check 2022
  report check --format github --max-warnings 0    在 CI 里用`,
  figuresExamples: `
示例：
  report figures 2022
  report figures 2022 --format json
  report figures --format csv > 指标.csv`,
  titles: {
    "Usage:": "用法：",
    "Arguments:": "参数：",
    "Options:": "选项：",
    "Global Options:": "通用选项：",
    "Commands:": "命令：",
  },
  wrong: (kind, found) => {
    const words: Readonly<Record<UsageFault, string>> = {
      option: `没有“${found}”这个选项`,
      command: `没有“${found}”这个命令`,
      missing: `选项“${found}”后面缺少内容`,
      choice: `“${found}”不在可选的范围内`,
      year: `年份应为四位数字（1900 至 2199），实为“${found}”`,
      excess: `多了“${found}”`,
      other: found,
    };
    return words[kind];
  },
  meant: (names) => `（是不是想用 ${names}？）`,
  tryHelp: "用 report --help 查看用法。",
};

const en: CliWords = {
  about: "Builds official Word reports (GB/T 9704-2012) from one data file a year",
  build: "build the report",
  check: "check data and templates, write nothing",
  figures: "list the figures, totals included",
  explain: "say what a diagnostic code means, with an example",
  code: "a code such as figure-unreadable (default: lists all)",
  explainExamples: `
Examples:
  report explain figure-unreadable
  report explain`,
  schema: "print the schema for editors, with the text they show on each indicator",
  schemaWrite: "write it to schemas/year.schema.json, print no text",
  schemaExamples: `
Examples:
  report schema --write                       brings the hover texts up to date after a change
  report schema > .vscode/year.schema.json    for the editor, in a workspace without schemas/`,
  years: "years such as 2022 (default: build takes the latest, check and figures take all)",
  folder: "folder of the workspace (default: found from the current folder upwards)",
  lang: "language: zh or en",
  color: "colours: auto, always or never",
  help: "show help",
  version: "show the version",
  out: "write to this folder or, where one file is written, to this file",
  buildFormat: "formats, separated by commas: docx, md, txt (default: docx)",
  checkFormat: "format: pretty, short, json, github, gitlab, sarif or junit (default: pretty)",
  maxWarnings: "more warnings than this are a failure",
  fix: "mend what is mechanical (marks, units, dates …) and say what was done",
  dryRun: "only show what --fix would change, as a diff",
  figuresFormat: "format: table, json, csv or md (default: table)",
  examples: `
Examples:
  report build 2022            builds out/<title>.docx
  report check 2022            checks, writes nothing
  report figures 2022          lists all figures
  report -C ../office build 2022   works on the workspace in another folder`,
  buildExamples: `
Examples:
  report build 2022
  report build 2021 2022 --out review
  report build 2022 --format docx,md,txt
  report build 2022 --out report.docx`,
  checkExamples: `
Examples:
  report check           checks every year
  report check 2022
  report check --format github --max-warnings 0    for CI`,
  figuresExamples: `
Examples:
  report figures 2022
  report figures 2022 --format json
  report figures --format csv > figures.csv`,
  titles: {},
  wrong: (kind, found) => {
    const words: Readonly<Record<UsageFault, string>> = {
      option: `unknown option "${found}"`,
      command: `unknown command "${found}"`,
      missing: `option "${found}" needs a value`,
      choice: `"${found}" is not one of the choices`,
      year: `expected a year of four digits (1900 to 2199), found "${found}"`,
      excess: `unexpected argument "${found}"`,
      other: found,
    };
    return words[kind];
  },
  meant: (names) => ` (did you mean ${names}?)`,
  tryHelp: "Run report --help for usage.",
};

export const cliWords: Readonly<Record<Lang, CliWords>> = { zh, en };
