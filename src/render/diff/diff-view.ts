import type { Difference } from "../../compare/differences.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { labelWithPeriod } from "../../document/annex.ts";
import { amountText, deltaWords, differenceWords, unitText } from "./words.ts";

/** What is shown of two years or two states: their names, and the differences. */
export interface DiffView {
  readonly from: string;
  readonly to: string;
  readonly entries: readonly Difference[];
}

/** Compared ones by group; apart from them what appeared, vanished or cannot be compared. */
export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

export function headers({ from, to }: DiffView, lang: Lang): readonly string[] {
  return lang === "zh"
    ? ["指标", "单位", from, to, "增减", "变化"]
    : ["indicator", "unit", from, to, "change", "in percent"];
}

export function sectionsOf({ entries }: DiffView, lang: Lang): readonly Section[] {
  const compared = entries.filter(({ reason }) => reason === null);
  const groups = [...new Set(compared.map(({ indicator }) => indicator.group))];
  const apart = entries.filter(({ reason }) => reason !== null);
  const byGroup = groups.map((title) => ({
    title,
    rows: compared.filter(({ indicator }) => indicator.group === title).map((each) => row(each, lang)),
  }));
  const title = lang === "zh" ? "不能比较的" : "not comparable";
  return apart.length === 0 ? byGroup : [...byGroup, { title, rows: apart.map((each) => row(each, lang)) }];
}

function row(each: Difference, lang: Lang): readonly string[] {
  const figure = each.to ?? each.from;
  return [
    figure ? labelWithPeriod(figure) : each.indicator.label,
    unitText(each),
    amountText(each.from),
    amountText(each.to),
    deltaWords(each, lang),
    differenceWords(each, lang),
  ];
}
