import type { Words } from "./words.ts";

/** Numerals, units, dates, names of documents and words: GB/T 15835, GB/T 9704, legal units. */
export interface WordingFacts {
  "unit-not-legal": { readonly found: string; readonly wanted: string };
}

export const wordingWords: Words<WordingFacts> = {
  "unit-not-legal": {
    severity: "error",
    zh: ({ found, wanted }) => `法定计量单位应为“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected the legal unit "${wanted}", found "${found}"`,
  },
};
