import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TextRule } from "../text-rule.ts";

/** A heading that stands on its own line ends in no mark, but it may ask. One that runs into its text may. */
export const headingEndMark: TextRule = ({ kind, text }) => {
  const found = text.slice(-1);
  if (kind === "paragraph" || !"。，；：、！,;:!.".includes(found)) return [];
  if (/[。！？]/.test(text.slice(0, -1)) || /[A-Za-z]\.$/.test(text)) return [];
  const start = text.length - 1;
  return [{ start, end: text.length, say: (span) => diagnostic("heading-end-mark", span, { found, kind }) }];
};
