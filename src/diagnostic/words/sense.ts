import type { Words } from "./words.ts";

/** What is well-formed, but cannot be meant. */
export interface SenseFacts {
  "indicator-unused": { readonly id: string; readonly label: string };
  "condition-always": { readonly name: string; readonly isFigure: boolean };
  "year-typed": { readonly found: string; readonly name: string };
  "year-stale": { readonly found: string; readonly year: number };
  "number-typed": { readonly found: string };
  "number-allowed-unused": { readonly text: string; readonly met: boolean };
  "figure-shown-two-ways": {
    readonly label: string;
    /** The indicator that was printed before: the same, or one that the data says is equal. */
    readonly other: string;
    readonly found: string;
    readonly before: string;
  };
  "section-empty": { readonly heading: string };
  /** `year`: of the number; `issued`: of the date. */
  "issued-number-year": { readonly found: string; readonly year: string; readonly issued: string };
}

export const senseWords: Words<SenseFacts> = {
  "indicator-unused": {
    severity: "warning",
    zh: ({ label, id }) => `“${label}”（${id}）填了，正文没有用到`,
    en: ({ label, id }) => `"${label}" (${id}) is given, but the text does not use it`,
    hint: {
      zh: ({ id }) => `附件的表里有它；正文要写，用 {{figure ${id}}}。`,
      en: ({ id }) => `The annex lists it; the text states it with {{figure ${id}}}.`,
    },
  },
  "condition-always": {
    severity: "warning",
    zh: ({ name }) => `“${name}”按数据规范必定有，这个条件没有用`,
    en: ({ name }) => `the schema requires "${name}", so this condition always holds`,
    hint: {
      zh: ({ name, isFigure }) =>
        isFigure ? `要看是不是 0，写作 {{#if (isZero ${name})}}；否则去掉条件。` : "请去掉条件。",
      en: ({ name, isFigure }) =>
        isFigure
          ? `Ask {{#if (isZero ${name})}} for zero, or take the condition away.`
          : "Take the condition away.",
    },
  },
  "year-typed": {
    severity: "warning",
    zh: ({ found }) => `模板里写死了“${found}年”，明年就不对了`,
    en: ({ found }) => `the year ${found} is typed into the template and will be wrong next year`,
    hint: { zh: ({ name }) => `写作 {{${name}}}年。`, en: ({ name }) => `Write {{${name}}}年.` },
  },
  "year-stale": {
    severity: "warning",
    zh: ({ found, year }) => `${year}年度的报告里写着“${found}年”`,
    en: ({ found, year }) => `the report for ${year} speaks of the year ${found}`,
    hint: {
      zh: () => "若是从往年抄来的，请改正；文件名、会议名请放在《》或“”里。",
      en: () => "Correct it if it came from an earlier report; put titles in 《》 and names in “”.",
    },
  },
  "number-typed": {
    severity: "warning",
    zh: ({ found }) => `“${found}”是直接写在文字里的数`,
    en: ({ found }) => `"${found}" is a number typed into the text`,
    hint: {
      zh: () =>
        "数写在 indicators 下，文字用 {{figure 组.指标}} 引用，才能核对和追溯；不是统计数的，连同理由列入 numbers。",
      en: () =>
        "Give it under indicators and refer to it with {{figure group.indicator}}, so that it can be checked and traced; what is no statistic goes under numbers, with a reason.",
    },
  },
  "number-allowed-unused": {
    severity: "warning",
    zh: ({ text, met }) =>
      met
        ? `numbers 里的“${text}”用不着：正文这样写，程序本来就不会警告`
        : `numbers 里的“${text}”用不着：正文里没有这几个字`,
    en: ({ text, met }) =>
      met
        ? `"${text}" under numbers is not needed: there would be no warning of it anyway`
        : `"${text}" under numbers is not needed: the text does not have it`,
    hint: { zh: () => "请把这一项去掉。", en: () => "Take the entry away." },
  },
  "figure-shown-two-ways": {
    severity: "warning",
    zh: ({ label, other, found, before }) =>
      label === other
        ? `“${label}”在这里印作“${found}”，前面印作“${before}”`
        : `“${label}”在这里印作“${found}”，与它相等的“${other}”前面印作“${before}”`,
    en: ({ label, other, found, before }) =>
      label === other
        ? `"${label}" is printed "${found}" here and "${before}" before`
        : `"${label}" is printed "${found}" here, and "${other}", which equals it, "${before}" before`,
    hint: {
      zh: () => "同一个数全文只用一种写法。要取整的，在规范里给指标写 round，不用 round=。",
      en: () =>
        "A number has one wording in a report. To round it everywhere, give the indicator round in the schema.",
    },
  },
  "section-empty": {
    severity: "error",
    zh: ({ heading }) => `“${heading}”下面没有内容`,
    en: ({ heading }) => `there is nothing under "${heading}"`,
  },
  "issued-number-year": {
    severity: "warning",
    zh: ({ found, year, issued }) => `发文字号“${found}”是${year}年的，成文日期在${issued}年`,
    en: ({ found, year, issued }) =>
      `the document number "${found}" is of ${year}, but the report is issued in ${issued}`,
    hint: {
      zh: () => "发文字号用成文那一年的年份，不是报告所述的年度；请改正其中一处。",
      en: () => "The number has the year of issue, not the year that is reported on. Correct one of the two.",
    },
  },
};
