import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

const legal: Readonly<Record<string, string>> = {
  平米: "平方米",
  "㎡": "平方米",
  公分: "厘米",
  "公里/小时": "千米/小时",
};

/** Units are written by their legal names (GB 3100, GB/T 15835 §4.1.1); only behind a number, so no name is hit. */
export const legalUnit: TextRule = ({ own }) =>
  eachMatch(own, /(?<=[\d余多万亿])(?:平米|㎡|公分|公里\/小时)/g, (found) => {
    const wanted = legal[found] ?? found;
    return (span) => diagnostic("unit-not-legal", span, { found, wanted });
  });
