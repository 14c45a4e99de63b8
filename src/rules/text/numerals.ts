import { chineseNumber } from "../../quantity/chinese-number.ts";

/** Numbers of things, as they stand in running text. */
export const number: string = "\\d{1,12}(?:,\\d{3}){0,3}(?:\\.\\d{1,6})?";

/** Units of amounts that stand behind a number, the longest first. */
export const measure: string = [
  "平方米|立方米|平方公里|个百分点|百分点|万元|亿元|千米|公里|厘米|公斤|千克|小时|分钟|个月",
  "人次|家次|户次|件次|场次|台次|车次|批次|户|个|人|名|位|家|处|项|件|场|次|起|吨|元|份|册|条|部|台|辆|岁|倍|天|亩|米|套|支|盏|株",
].join("|");

/** Things that are counted, so that no set phrase (两个维护, 三个务必, 四个意识) is hit; not 两名, which laws say. */
export const countedThings: string = [
  "[个家](?:菜市场|农贸市场|社区(?!工作)|小区|旧楼区|企业|门店|商户|点位|居委会|村居|物业公司|幼儿园|学校|工地|餐饮单位)",
  "[处](?:违建|违法建设|隐患|安全隐患|占路|脏乱|圈占)",
  "[场次](?:培训|讲座|宣讲|普法宣传|宣传活动|演练|应急演练|专项检查|专项整治|普法活动)",
  "[件起](?:案件|行政复议案件|行政诉讼案件|信访件|投诉|举报)",
].join("|");

/** Units as alternatives of a pattern. */
export function unitPattern(units: readonly string[]): string {
  return units.map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
}

const values: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 999 }, (_, index) => [chineseNumber(index + 1), index + 1]),
);

/** 三 is 3, 两 is 2; undefined for what is no number below a thousand. */
export function amountOf(numeral: string): number | undefined {
  return numeral === "两" ? 2 : values.get(numeral);
}
