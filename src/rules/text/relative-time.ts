import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

/** 过去年, 文明年, 项目前期, 成本月: the word goes over the border of others. */
const word = new RegExp(
  [
    "(?<![当如至现])今年(?![轻代])",
    "(?<![过失])去年(?!代)",
    "(?<![文说声证表发鲜光聪简阐查透])明年(?![度代])",
    "(?<![基资成根版样原文剧副])本年(?![度级鉴会龄轻代])",
    "(?<![项题栏科节账数名])目前(?!期)",
    "(?<![临附最接邻将靠])近日(?!点)",
    "(?<![基资成根版样原文剧副])本月",
    "(?<![年年度的])[上下]半年",
  ].join("|"),
  "g",
);

/** 今年 and 目前 mean another time when the report is read; a year earlier in the sentence holds for 下半年. */
export const relativeTime: TextRule = ({ own }, { year }) =>
  eachMatch(own, word, (found, { index }) => {
    if (found.endsWith("半年") && hasYear(own, index)) return null;
    const wanted = wantedFor(found, year);
    return (span) => diagnostic("relative-time", span, { found, wanted, year });
  });

function hasYear(own: string, index: number): boolean {
  const before = own.slice(Math.max(0, index - 200), index);
  return /\d{4}年|[今去明本同次]年/.test(before.slice(before.search(/[^。；！？]*$/)));
}

function wantedFor(found: string, year: number): string | null {
  const offset = { 今年: 0, 本年: 0, 去年: -1, 明年: 1 }[found];
  if (offset !== undefined) return `${year + offset}年`;
  return found.endsWith("半年") ? `${year}年${found}` : null;
}
