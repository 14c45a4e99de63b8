import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Finding, TextRule } from "../text-rule.ts";

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
  ".": "。",
};

const before = "\\p{Script=Han}，。；：、！？》”’）〕】…";
const after = "\\p{Script=Han}，。；：、！？《“‘（〔【…";
const mark = new RegExp(`(?<=[${before}])[,;:?!()]|[,;:?!()](?=[${after}])`, "gu");
const fullStop = /(?<=[\p{Script=Han}》”）])\.(?=[”’）]?$)/gu;

/** In Chinese text marks are full width (GB/T 15834 §5.1). Between digits (12:30, 1,204) they stay as they are. A heading ends in none. */
export const halfWidthMark: TextRule = ({ kind, text }) => {
  if (!/[,;:?!().]/.test(text)) return [];
  const isHeadingEnd = (at: number): boolean =>
    kind !== "paragraph" && at === text.length - 1 && !text.endsWith(")");
  const marks = [...text.matchAll(mark)].map(({ index }) => index).filter((at) => !isHeadingEnd(at));
  const stops = kind === "paragraph" ? [...text.matchAll(fullStop)].map(({ index }) => index) : [];
  const places = new Set([...marks, ...stops]);
  for (const { index, 0: bracketed } of text.matchAll(/\([^()]*\)/g)) {
    const ends = [index, index + bracketed.length - 1];
    if (ends.some((at) => places.has(at))) for (const at of ends) places.add(at);
  }
  return [...places].map((start): Finding => {
    const found = text.charAt(start);
    const wanted = fullWidth[found] ?? found;
    return {
      start,
      end: start + 1,
      say: (span) => diagnostic("mark-half-width", span, { found, wanted }),
    };
  });
};
