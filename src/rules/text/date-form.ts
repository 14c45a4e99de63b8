import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type Finding, type TextRule } from "../text-rule.ts";

const numeric = /(?<![\dA-Za-z.\-/])((?:19|20)\d\d)([.\-/])(\d{1,2})\2(\d{1,2})(?![\dA-Za-z.\-/版])(?!\.\d)/g;
const padded = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/g;
const short = /(?<![\d.第])(\d\d)年(\d{1,2})月/g;

/** 2022年3月1日: the full year, neither points nor leading zeros (GB/T 9704 §7.3.5.4, GB/T 15835 §5.2). */
export const dateForm: TextRule = ({ own }, { year }) => {
  if (!/\d(?:月|[.\-/]\d)/.test(own)) return [];
  const found = (wanted: string, written: string): Finding["say"] | null =>
    wanted === written ? null : (span) => diagnostic("date-form", span, { found: written, wanted });
  return [
    ...eachMatch(own, numeric, (written, [, of, , month, day]) =>
      isDay(month, day) ? found(`${of}年${Number(month)}月${Number(day)}日`, written) : null,
    ),
    ...eachMatch(own, padded, (written, [, of, month, day]) => {
      if (!isDay(month, day ?? "1")) return null;
      const [before, after] = [of ? `${of}年` : "", day ? `${Number(day)}日` : ""];
      return found(`${before}${Number(month)}月${after}`, written);
    }),
    ...eachMatch(own, short, (written, [, two, month]) => {
      const of = 2000 + Number(two);
      // 10年6月 may be a length of time: only years near the report's
      return of > year - 6 && of <= year + 1 ? found(`${of}年${Number(month)}月`, written) : null;
    }),
  ];
};

function isDay(month: string | undefined, day: string | undefined): boolean {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}
