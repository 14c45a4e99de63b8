import type { Words } from "./words.ts";

/** Punctuation and layout of a line: GB/T 15834. */
export interface PunctuationFacts {
  "mark-half-width": { readonly found: string; readonly wanted: string };
}

export const punctuationWords: Words<PunctuationFacts> = {
  "mark-half-width": {
    severity: "warning",
    zh: ({ found, wanted }) => `中文里的标点应为全角“${wanted}”，实为半角“${found}”`,
    en: ({ found, wanted }) => `expected the full-width mark "${wanted}" in Chinese text, found "${found}"`,
  },
};
