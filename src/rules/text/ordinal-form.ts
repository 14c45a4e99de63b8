import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TextRule } from "../text-rule.ts";

const chinese = "[一二三四五六七八九十]{1,3}";
const notListed = "(?![一二三四五六七八九十\\d])";
const ordinal = new RegExp(
  `^(?:${chinese}[、.]${notListed}|[（(](?:${chinese}|\\d{1,3})[）)][、.，,]?|\\d{1,3}[、.]${notListed})`,
);

/**
 * Levels are 一、 （一） 1. （1） (GB/T 9704 §7.3.3), never （一）、 or 1、. Before a heading the program writes
 * them, so one more there is one too many. 1、2号楼 and 一、二级 are no levels; half-width brackets are another
 * rule's.
 */
export const ordinalForm: TextRule = ({ kind, text, isFigure }) => {
  const found = ordinal.exec(text)?.[0];
  if (found === undefined || isFigure(0)) return [];
  const wanted = kind === "paragraph" ? rightForm(found) : null;
  if (wanted === found.replace("(", "（").replace(")", "）")) return [];
  return [
    { start: 0, end: found.length, say: (span) => diagnostic("ordinal-form", span, { found, wanted }) },
  ];
};

function rightForm(found: string): string {
  const number = found.replace(/[^一二三四五六七八九十\d]/g, "");
  if (/[（(]/.test(found)) return `（${number}）`;
  return /\d/.test(number) ? `${number}.` : `${number}、`;
}
