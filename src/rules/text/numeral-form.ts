import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";
import { amountOf } from "./numerals.ts";

const digit = "[一二三四五六七八九]";
const numeral = `(?<![一二三四五六七八九十百千万亿〇零两几数第每这那各前后首头末])(${digit}百${digit}十${digit}?|${digit}?十${digit}?|[两二三四五六七八九])`;

/** Things that are counted, so that no set phrase (两个维护, 三个务必, 四个意识) is hit; not 两名, which laws say. */
const counted = [
  "[个家](?:菜市场|农贸市场|社区(?!工作)|小区|旧楼区|企业|门店|商户|点位|居委会|村居|物业公司|幼儿园|学校|工地|餐饮单位)",
  "[处](?:违建|违法建设|隐患|安全隐患|占路|脏乱|圈占)",
  "[场次](?:培训|讲座|宣讲|普法宣传|宣传活动|演练|应急演练|专项检查|专项整治|普法活动)",
  "[件起](?:案件|行政复议案件|行政诉讼案件|信访件|投诉|举报)",
].join("|");
const exact = new RegExp(`${numeral}(${counted})`, "g");
const rough = new RegExp(`${numeral}([余多](?:人次|家次|件次|场次|[家名次户处件项场起份册吨人]))`, "g");

/** Amounts are in Arabic digits (GB/T 15835 §4.1.1): 3个菜市场, 20余家. */
export const numeralForm: TextRule = ({ own }) =>
  [exact, rough].flatMap((pattern) =>
    eachMatch(own, pattern, (found, [, written = "", rest = ""]) => {
      const amount = amountOf(written);
      if (amount === undefined) return null;
      return (span) => diagnostic("numeral-form", span, { found, wanted: `${amount}${rest}` });
    }),
  );
