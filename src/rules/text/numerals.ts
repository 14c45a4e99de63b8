import { chineseNumber } from "../../quantity/chinese-number.ts";

/** Numbers of things, as they stand in running text. */
export const number: string = "\\d{1,12}(?:,\\d{3}){0,3}(?:\\.\\d{1,6})?";

/** Units of amounts that stand behind a number, the longest first. */
export const measure: string = [
  "平方米|立方米|平方公里|个百分点|百分点|万元|亿元|千米|公里|厘米|公斤|千克|小时|分钟|个月",
  "人次|家次|户次|件次|场次|台次|车次|批次|户|个|人|名|位|家|处|项|件|场|次|起|吨|元|份|册|条|部|台|辆|岁|倍|天|亩|米|套|支|盏|株",
].join("|");

const values: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 999 }, (_, index) => [chineseNumber(index + 1), index + 1]),
);

/** 三 is 3, 两 is 2; undefined for what is no number below a thousand. */
export function amountOf(numeral: string): number | undefined {
  return numeral === "两" ? 2 : values.get(numeral);
}
