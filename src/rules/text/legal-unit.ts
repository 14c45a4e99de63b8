import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

const legal: Readonly<Record<string, string>> = {
  平米: "平方米",
  平方: "平方米",
  "㎡": "平方米",
  立方: "立方米",
  "㎥": "立方米",
  公尺: "米",
  公分: "厘米",
  公升: "升",
  度电: "千瓦时",
  "公里/小时": "千米/小时",
};

/**
 * Units are written by their legal names (GB 3100, GB/T 15835 §4.1.1); only behind a number, so no name is hit.
 * 公里, 公斤, 亩 are allowed in official use.
 */
export const legalUnit: TextRule = ({ own }) =>
  eachMatch(
    own,
    /(?<=[\d余多百千万亿])(?:平米|[平立]方(?![米公千分厘毫英市尺寸丈里根体])|㎡|㎥|公[尺分升]|度电|公里\/小时)/g,
    (found) => {
      const wanted = legal[found] ?? found;
      return (span) => diagnostic("unit-not-legal", span, { found, wanted });
    },
  );
