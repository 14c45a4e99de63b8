export type Lang = "zh" | "en";
/** `info`: nothing is wrong. */
export type Severity = "error" | "warning" | "info";

/** The words of one code in both languages; `hint` says how to mend it. */
export interface Entry<F> {
  readonly severity: Severity;
  readonly zh: (facts: F) => string;
  readonly en: (facts: F) => string;
  readonly hint?: { readonly zh: (facts: F) => string | null; readonly en: (facts: F) => string | null };
}

export type Words<Facts> = { readonly [C in keyof Facts]: Entry<Facts[C]> };

export function zhList(items: readonly string[]): string {
  return items.map((item) => `“${item}”`).join("、");
}

export function enList(items: readonly string[]): string {
  return items.map((item) => `"${item}"`).join(", ");
}

/** 是不是想写“x”？ or null: the usual hint after an unknown name. */
export const didYouMean = {
  zh: (...suggestions: readonly (string | null)[]): string | null => {
    const all = suggestions.flatMap((each) => (each === null ? [] : `“${each}”`));
    return all.length > 0 ? `是不是想写${all.join("或")}？` : null;
  },
  en: (...suggestions: readonly (string | null)[]): string | null => {
    const all = suggestions.flatMap((each) => (each === null ? [] : `"${each}"`));
    return all.length > 0 ? `Did you mean ${all.join(" or ")}?` : null;
  },
};
