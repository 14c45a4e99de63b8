import { diagnostic } from "../../diagnostic/diagnostic.ts";
import type { TextRule } from "../text-rule.ts";
import { pairsOf } from "./pairs.ts";

const inner: Readonly<Record<string, string>> = { "《": "〈〉", "“": "‘’" };

/** A title in a title has 〈〉, a quotation in a quotation ‘’ (GB/T 15834 §4.8.3.3, §4.15.3.7). */
export const pairNested: TextRule = (passage) => {
  const { text } = passage;
  const { pairs, faults } = pairsOf(passage);
  if (faults.length > 0) return [];
  return pairs.flatMap(({ open, start, end, outer }) => {
    const wanted = inner[open];
    if (wanted === undefined || outer?.open !== open) return [];
    const found = open + text.charAt(end - 1);
    return [{ start, end, say: (span) => diagnostic("pair-nested", span, { found, wanted }) }];
  });
};
