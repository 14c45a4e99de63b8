import type { Words } from "./words.ts";

interface Mend {
  readonly found: string;
  readonly wanted: string;
}

/** Numerals, units, dates, names of documents and words: GB/T 15835, GB/T 9704, legal units. */
export interface WordingFacts {
  "unit-not-legal": Mend;
  "number-mixed": Mend;
  "numeral-form": Mend;
  "range-mark": Mend;
  "approximation-doubled": { readonly found: string };
  "approximation-false-place": Mend;
  "document-number-form": Mend;
  "date-form": Mend;
  "relative-time": { readonly found: string; readonly wanted: string | null; readonly year: number };
  "word-confused": Mend;
  "repeated-sentence": { readonly found: string };
  "request-words": { readonly found: string };
  "placeholder-left": { readonly found: string };
}

export const wordingWords: Words<WordingFacts> = {
  "unit-not-legal": {
    severity: "error",
    zh: ({ found, wanted }) => `法定计量单位应为“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected the legal unit "${wanted}", found "${found}"`,
  },
  "number-mixed": {
    severity: "warning",
    zh: ({ found, wanted }) => `数应写作“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected the number "${wanted}", found "${found}"`,
    hint: {
      zh: () => "阿拉伯数字后面只用“万”“亿”，不用“千”“百”。",
      en: () => "Behind digits only 万 and 亿 are used, not 千 and 百.",
    },
  },
  "numeral-form": {
    severity: "warning",
    zh: ({ found, wanted }) => `数量应用阿拉伯数字“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected the amount in digits, "${wanted}", found "${found}"`,
  },
  "range-mark": {
    severity: "warning",
    zh: ({ found, wanted }) => `起止应写作“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected the range "${wanted}", found "${found}"`,
    hint: {
      zh: ({ wanted }) => (/[%％‰万亿]/.test(wanted) ? "两个数都要带“%”“万”“亿”，以免误读。" : null),
      en: ({ wanted }) =>
        /[%％‰万亿]/.test(wanted) ? "Both numbers have %, 万 or 亿, so that none is misread." : null,
    },
  },
  "approximation-doubled": {
    severity: "warning",
    zh: ({ found }) => `“${found}”里约数重复`,
    en: ({ found }) => `"${found}" has two marks of approximation`,
    hint: {
      zh: () => "“近”“约”“超过”“余”“多”“左右”只留一个；引用的数本身带“余”时，前面不再写“近”。",
      en: () => "Keep one of 近, 约, 超过, 余, 多, 左右; a figure that prints 余 itself has no 近 before it.",
    },
  },
  "approximation-false-place": {
    severity: "warning",
    zh: ({ found, wanted }) => `“余”应在量词前，写作“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected 余 before the unit, "${wanted}", found "${found}"`,
  },
  "document-number-form": {
    severity: "warning",
    zh: ({ found, wanted }) => `发文字号应写作“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected the document number "${wanted}", found "${found}"`,
    hint: {
      zh: () => "年份用全称，放在六角括号“〔〕”里；序号不加“第”，不编虚位。",
      en: () => "The full year stands in 〔〕; the number has neither 第 nor leading zeros.",
    },
  },
  "date-form": {
    severity: "warning",
    zh: ({ found, wanted }) => `日期应写作“${wanted}”，实为“${found}”`,
    en: ({ found, wanted }) => `expected the date "${wanted}", found "${found}"`,
  },
  "relative-time": {
    severity: "warning",
    zh: ({ found }) => `年度报告应写明年份或日期，不写“${found}”`,
    en: ({ found }) => `an annual report names the year or the date, found "${found}"`,
    hint: {
      zh: ({ wanted, year }) =>
        wanted === null ? `例如“截至${year}年底”；可以不写的，删去。` : `如果指${wanted}，写作“${wanted}”。`,
      en: ({ wanted, year }) =>
        wanted === null
          ? `Write 截至${year}年底, for example, or leave it out.`
          : `Write "${wanted}" if that is what it means.`,
    },
  },
  "word-confused": {
    severity: "warning",
    zh: ({ found, wanted }) => `“${found}”应为“${wanted}”`,
    en: ({ found, wanted }) => `expected "${wanted}", found "${found}"`,
  },
  "repeated-sentence": {
    severity: "warning",
    zh: () => "同一段里这句话写了两遍",
    en: () => "this sentence stands twice in one paragraph",
  },
  "request-words": {
    severity: "warning",
    zh: ({ found }) => `报告里不夹带请示事项，实有“${found}”`,
    en: ({ found }) => `a report asks for no decision, found "${found}"`,
    hint: {
      zh: () => "需要批复的事项，另行请示。",
      en: () => "What needs a decision goes into a request (请示) of its own.",
    },
  },
  "placeholder-left": {
    severity: "error",
    zh: ({ found }) => `“${found}”还没有填写`,
    en: ({ found }) => `"${found}" has not been filled in`,
  },
};
