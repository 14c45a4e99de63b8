import type { Difference } from "../../compare/differences.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { decimalText } from "../../quantity/decimal.ts";
import type { Bound } from "../../quantity/quantity.ts";
import { csvText } from "../figures/csv.ts";
import type { DiffView } from "./diff-view.ts";
import { amountText, differenceWords, unitText } from "./words.ts";

/** A row a difference; bounds in columns of their own, so that a spreadsheet can reckon with them. */
export function csv({ from, to, entries }: DiffView, lang: Lang): string {
  const zh = [
    "编号",
    "领域",
    "指标",
    "单位",
    from,
    to,
    "增减下限",
    "增减上限",
    "百分比下限",
    "百分比上限",
    "变化",
  ];
  const en = [
    "id",
    "group",
    "indicator",
    "unit",
    from,
    to,
    "change lower",
    "change upper",
    "percent lower",
    "percent upper",
    "in words",
  ];
  return csvText([lang === "zh" ? zh : en, ...entries.map((each) => row(each, lang))]);
}

function row(each: Difference, lang: Lang): readonly string[] {
  const { indicator, from, to, change } = each;
  const percent = indicator.unit === "%" ? null : change?.percent;
  return [
    indicator.id,
    indicator.group,
    indicator.label,
    unitText(each),
    from ? amountText(from) : "",
    to ? amountText(to) : "",
    ...[change?.difference.lower, change?.difference.upper, percent?.lower, percent?.upper].map(number),
    differenceWords(each, lang),
  ];
}

function number(bound: Bound | null | undefined): string {
  return bound ? decimalText(bound.value) : "";
}
