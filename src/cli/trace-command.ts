import { type CommandTools, oneOf, plainCommand, year } from "./tools.ts";

const words = {
  zh: {
    about: "追溯一个数：出自哪几行数据，怎么算的，报告里用在哪里",
    year: "年份，如 2022",
    figure: "指标的编号、名称，或报告里印的数（如 近1200）",
    format: "格式：text 或 json（默认 text）",
    examples: `
示例：
  report trace 2022 safety.hazardsFixed
  report trace 2022 近1200`,
  },
  en: {
    about: "follow a figure: its lines of data, its formula, its places in the report",
    year: "a year such as 2022",
    figure: "the id or the label of an indicator, or a number as it is printed (such as 近1200)",
    format: "format: text or json (default: text)",
    examples: `
Examples:
  report trace 2022 safety.hazardsFixed
  report trace 2022 近1200`,
  },
} as const;

export function addTrace({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  plainCommand(program, "trace", lang, own)
    .argument("<year>", own.year, year)
    .argument("<figure>", own.figure)
    .option("--format <format>", own.format, oneOf(["text", "json"]))
    .action(async (of: number, figure: string, options: { format?: "text" | "json" }) => {
      const { trace } = await import("../commands/trace.ts");
      done(await trace(context(), of, figure, options.format ?? "text"));
    });
}
