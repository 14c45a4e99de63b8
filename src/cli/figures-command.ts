import type { By } from "../aggregate/breakdown.ts";
import type { FiguresFormat } from "../commands/figures.ts";
import type { NamedYears } from "../commands/years.ts";
import { type CommandTools, oneOf, yearsCommand } from "./tools.ts";

const words = {
  zh: {
    about: "列出各项指标及合计",
    format: "格式：table、json、csv 或 md（默认 table）",
    by: "分项列出：month（按月）、quarter（按季度）或 department（按部门）",
    examples: `
示例：
  report figures 2022
  report figures 2022 --format json
  report figures 2022 --by month
  report figures --format csv > 指标.csv`,
  },
  en: {
    about: "list the figures, totals included",
    format: "format: table, json, csv or md (default: table)",
    by: "broken down by month, quarter or department",
    examples: `
Examples:
  report figures 2022
  report figures 2022 --format json
  report figures 2022 --by month
  report figures --format csv > figures.csv`,
  },
} as const;

export function addFigures({ program, lang, context, done }: CommandTools): void {
  const own = words[lang];
  yearsCommand(program, "figures", lang, own)
    .option("--format <format>", own.format, oneOf(["table", "json", "csv", "md"]))
    .option("--by <part>", own.by, oneOf(["month", "quarter", "department"]))
    .action(async (years: NamedYears[] | undefined, options: { format?: FiguresFormat; by?: By }) => {
      const { figures } = await import("../commands/figures.ts");
      done(await figures(context(), years ?? [], options.format ?? "table", options.by ?? null));
    });
}
