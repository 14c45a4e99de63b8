import type { Lang } from "./words.ts";

/** Why a related place is shown. */
export type RelatedNote =
  | "first"
  | "part"
  | "whole"
  | "same"
  | "declared"
  | "template"
  | "data"
  | "here"
  | "ledger"
  | "printed"
  | "last-year"
  | "this-year"
  | "opened";

export const relatedWords: Readonly<Record<RelatedNote, Readonly<Record<Lang, string>>>> = {
  first: { zh: "第一次写在这里", en: "first written here" },
  part: { zh: "其中一项", en: "one of its parts" },
  whole: { zh: "与之比较的数", en: "the amount it is compared with" },
  same: { zh: "应与此相同", en: "should be the same as this" },
  declared: { zh: "在这里规定", en: "declared here" },
  template: { zh: "模板在这里用到", en: "used by the template here" },
  data: { zh: "应补在这里", en: "should be given in here" },
  "last-year": { zh: "上年的数", en: "last year's amount" },
  ledger: { zh: "台账用在这里", en: "the ledger is used here" },
  "this-year": { zh: "本年的数", en: "this year's amount" },
  printed: { zh: "前面印在这里", en: "printed here before" },
  opened: { zh: "在这里开始", en: "begins here" },
  here: { zh: "见此处", en: "see here" },
};
