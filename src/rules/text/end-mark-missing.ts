import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TextRule } from "../text-rule.ts";

/** Half-width ends are another rule's. A point of a list may end in ；. */
const ends = "。！？…：；.!?:;";
const label = /^(?:附件?\d{0,3}|抄送|抄报|主送|签发人|联系人|联系电话|电话|主题词|备?注)[：:]/;
const ordinal = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.、])/;

/** A paragraph ends in a mark (GB/T 15834 §4.1.3). Lines that are no sentence, a date or a name, do not. */
export const endMarkMissing: TextRule = ({ kind, text }) => {
  if (kind !== "paragraph" || !isSentence(text) || isEnded(text)) return [];
  const found = text.slice(-1);
  const isMark = "，、,".includes(found);
  return [
    {
      start: text.length - 1,
      end: text.length,
      say: (span) => diagnostic("end-mark-missing", span, { found, isMark }),
    },
  ];
};

function isSentence(text: string): boolean {
  if (label.test(text) || /^（[^（）]*）$/.test(text)) return false;
  if (ordinal.test(text) && !text.includes("。")) return false;
  return text.length > 20 || /[，。；！？,;]/.test(text);
}

/** Quotation marks and brackets may close behind the mark; a note in brackets may follow it. */
function isEnded(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && "”’）)」』".includes(text.charAt(at))) at--;
  if (isEnd(text, at)) return true;
  const bracket = text.endsWith("）") ? text.lastIndexOf("（") : -1;
  return bracket > 0 && isEnd(text, bracket - 1);
}

function isEnd(text: string, at: number): boolean {
  return at >= 0 && ends.includes(text.charAt(at));
}
