import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

/** In Chinese text marks are full width (GB/T 15834 §5.1). Between digits (12:30, 1,204) they stay as they are. */
export const halfWidthMark: TextRule = ({ text }) =>
  eachMatch(text, /(?<=[\u3400-\u9fff》”）])[,;:?!()]|[,;:?!()](?=[\u3400-\u9fff《“（])/g, (found) => {
    const wanted = fullWidth[found] ?? found;
    return (span) => diagnostic("mark-half-width", span, { found, wanted });
  });
