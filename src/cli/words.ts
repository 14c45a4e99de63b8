import type { Lang } from "../diagnostic/words/words.ts";

/** The words of the help and of wrong usage, in both languages. */
export interface CliWords {
  readonly about: string;
  readonly years: string;
  readonly folder: string;
  readonly lang: string;
  readonly color: string;
  readonly help: string;
  readonly noCache: string;
  readonly version: string;
  readonly examples: string;
  readonly titles: Readonly<Record<string, string>>;
  /** `wanted`: what could be chosen, where it can be listed. */
  readonly wrong: (kind: UsageFault, found: string, wanted: readonly string[]) => string;
  readonly meant: (names: string) => string;
  readonly tryHelp: (command: string) => string;
}

export type UsageFault =
  | "option"
  | "command"
  | "missing"
  | "choice"
  | "year"
  | "range"
  | "conflict"
  | "argument"
  | "excess"
  | "other";

const zh: CliWords = {
  about: "从一份年度数据文件生成公文格式（GB/T 9704-2012）的 Word 报告",
  years: "年份或范围，如 2022、2015..2022（build 省略时为最近一年，check 和 figures 省略时为全部）",
  folder: "工作区所在的文件夹（默认从当前文件夹往上找）",
  lang: "语言：zh 或 en",
  color: "颜色：auto、always 或 never",
  help: "显示帮助",
  noCache: "不读也不写缓存（只影响快慢，不影响结果）",
  version: "显示版本",
  examples: `
示例：
  report build 2022               生成 out/<标题>.docx
  report check 2022               只检查，不生成
  report figures 2022             列出全部指标
  report -C D:\\法治报告 build 2022  在另一个文件夹的工作区里生成`,
  titles: {
    "Usage:": "用法：",
    "Arguments:": "参数：",
    "Options:": "选项：",
    "Global Options:": "通用选项：",
    "Commands:": "命令：",
  },
  wrong: (kind, found, wanted) => {
    const words: Readonly<Record<UsageFault, string>> = {
      option: `没有“${found}”这个选项`,
      command: `没有“${found}”这个命令`,
      missing: `选项“${found}”后面缺少内容`,
      choice: `“${found}”不在可选的范围内${wanted.length > 0 ? `，应为 ${wanted.join("、")}` : ""}`,
      year: `年份应为四位数字（1900 至 2199），实为“${found}”`,
      range: `年度范围应像 2015..2022，由早到晚，每年四位数字（1900 至 2199），实为“${found}”`,
      conflict: `“${found.replace(" ", "”不能和“")}”一起用`,
      argument: `缺少参数“${found}”`,
      excess: `“${found}”后面的参数太多`,
      other: found,
    };
    return words[kind];
  },
  meant: (names) => `（是不是想用 ${names}？）`,
  tryHelp: (command) => `用 ${command} --help 查看用法。`,
};

const en: CliWords = {
  about: "Builds official Word reports (GB/T 9704-2012) from one data file a year",
  years:
    "years or ranges such as 2022, 2015..2022 (default: build takes the latest, check and figures take all)",
  folder: "folder of the workspace (default: found from the current folder upwards)",
  lang: "language: zh or en",
  color: "colours: auto, always or never",
  help: "show help",
  noCache: "neither read nor write the cache (changes the speed, never the result)",
  version: "show the version",
  examples: `
Examples:
  report build 2022            builds out/<title>.docx
  report check 2022            checks, writes nothing
  report figures 2022          lists all figures
  report -C ../office build 2022   works on the workspace in another folder`,
  titles: {},
  wrong: (kind, found, wanted) => {
    const words: Readonly<Record<UsageFault, string>> = {
      option: `unknown option "${found}"`,
      command: `unknown command "${found}"`,
      missing: `option "${found}" needs a value`,
      choice: `"${found}" is not one of the choices${wanted.length > 0 ? `: ${wanted.join(", ")}` : ""}`,
      year: `expected a year of four digits (1900 to 2199), found "${found}"`,
      range: `expected a range of years such as 2015..2022, the earlier first (1900 to 2199), found "${found}"`,
      conflict: `"${found.replace(" ", '" cannot be used with "')}"`,
      argument: `the argument "${found}" is missing`,
      excess: `too many arguments for "${found}"`,
      other: found,
    };
    return words[kind];
  },
  meant: (names) => ` (did you mean ${names}?)`,
  tryHelp: (command) => `Run ${command} --help for usage.`,
};

export const cliWords: Readonly<Record<Lang, CliWords>> = { zh, en };
