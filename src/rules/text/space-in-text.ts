import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

const wide = /[\p{Script=Han}□，。；：、！？（）《》〔〕【】“”‘’…—]/u;
const alphanumeric = /[\dA-Za-z%℃]/;

/**
 * Chinese has no spaces, beside numbers neither. Between the halves of a heading, and on lines that are no
 * sentence (names in columns), they are a matter of layout.
 */
export const spaceInText: TextRule = ({ kind, own }) =>
  eachMatch(own, /[ \t\u00a0\u2002\u2003\u3000]+/g, (found, { index }) => {
    const sides = [own.charAt(index - 1), own.charAt(index + found.length)];
    const wideSides = sides.filter((side) => wide.test(side)).length;
    const isMixed = wideSides === 1 && sides.some((side) => alphanumeric.test(side));
    const isSentence = kind === "paragraph" && /[。；！？：…”’）□]$/.test(own);
    if (!isMixed && !(wideSides === 2 && isSentence)) return null;
    return (span) => diagnostic("space-in-text", span, { isMixed });
  });
