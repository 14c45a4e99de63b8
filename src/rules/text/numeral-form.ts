import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";
import { amountOf, countedThings } from "./numerals.ts";

const digit = "[一二三四五六七八九]";
const numeral = `(?<![一二三四五六七八九十百千万亿〇零两几数第每这那各前后首头末])(${digit}百${digit}十${digit}?|${digit}?十${digit}?|[两二三四五六七八九])`;

const exact = new RegExp(`${numeral}(${countedThings})`, "g");
const rough = new RegExp(`${numeral}([余多](?:人次|家次|件次|场次|[家名次户处件项场起份册吨人]))`, "g");

/** The end of every numeral and the beginning of what is counted. */
const possible = /[一二两三四五六七八九十][个家处场次件起余多]/;

/** Amounts are in Arabic digits (GB/T 15835 §4.1.1): 3个菜市场, 20余家. */
export const numeralForm: TextRule = ({ own }) =>
  (possible.test(own) ? [exact, rough] : []).flatMap((pattern) =>
    eachMatch(own, pattern, (found, [, written = "", rest = ""]) => {
      const amount = amountOf(written);
      if (amount === undefined) return null;
      return (span) => diagnostic("numeral-form", span, { found, wanted: `${amount}${rest}` });
    }),
  );
