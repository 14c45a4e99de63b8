import { type CommandTools, plainCommand, year } from "./tools.ts";

const words = {
  zh: {
    about: "新建一年的数据文件：指标留空，旁边注上年的数；文字照抄上年，标作草稿",
    year: "年份，如 2023",
    from: "照这一年的写（默认为之前最近的一年）",
    examples: `
示例：
  report new 2023
  report new 2023 --from 2021`,
  },
  en: {
    about:
      "make a new year's data file: indicators empty, last year's figures beside them, its texts as drafts",
    year: "a year such as 2023",
    from: "carry over from this year (default: the latest before)",
    examples: `
Examples:
  report new 2023
  report new 2023 --from 2021`,
  },
} as const;

export function addNew({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  plainCommand(program, "new", lang, own)
    .argument("<year>", own.year, year)
    .option("--from <year>", own.from, year)
    .action(async (of: number, options: { from?: number }) => {
      const { newYear } = await import("../commands/new.ts");
      done(await newYear(context(), of, options.from ?? null));
    });
}
