import type { Grain } from "../../period/grain.ts";
import { enList, type Words, zhList } from "./words.ts";

/** What does not go together when figures are computed and compared. */
export interface AggregateFacts {
  "computed-stated": { readonly label: string; readonly stated: string; readonly computed: string };
  "computed-differs": { readonly label: string; readonly stated: string; readonly computed: string };
  "computed-unfounded": {
    readonly label: string;
    readonly stated: string;
    readonly missing: readonly string[];
  };
  "total-incomplete": { readonly label: string; readonly missing: readonly string[]; readonly text: string };
  "rate-undefined": { readonly label: string; readonly whole: string; readonly reason: "zero" | "period" };
  /** Two amounts for the same time, which would be counted twice. */
  "observations-overlap": { readonly label: string; readonly found: string; readonly other: string };
  "observations-mixed": { readonly label: string; readonly grains: readonly Grain[] };
  /** Months without an amount, in words and as they are written. */
  "observations-missing": {
    readonly label: string;
    readonly department: string | null;
    readonly months: string;
    readonly codes: string;
  };
  "relation-violated": Relation;
  "relation-doubtful": Relation;
}

interface Relation {
  readonly relation: "atMost" | "partOf" | "sameAs";
  readonly label: string;
  readonly text: string;
  readonly other: string;
  readonly otherText: string;
}

const relationZh = { atMost: "不应超过", partOf: "是其中一部分，不应超过", sameAs: "应等于" } as const;
const relationEn = {
  atMost: "must not exceed",
  partOf: "is a part of and must not exceed",
  sameAs: "must equal",
} as const;

const grainZh: Readonly<Record<Grain, string>> = {
  year: "年",
  half: "半年",
  quarter: "季度",
  month: "月",
  day: "日",
};

export const aggregateWords: Words<AggregateFacts> = {
  "computed-stated": {
    severity: "warning",
    zh: ({ label, stated, computed }) =>
      `“${label}”由程序计算，不必填写：填的是${stated}，算得${computed}，以算得的为准`,
    en: ({ label, stated, computed }) =>
      `"${label}" is computed and need not be stated: stated ${stated}, computed ${computed}, which is used`,
    hint: { zh: () => "请删去这一行。", en: () => "Delete this line." },
  },
  "computed-differs": {
    severity: "error",
    zh: ({ label, stated, computed }) => `“${label}”填的是${stated}，按各项算得${computed}`,
    en: ({ label, stated, computed }) => `"${label}" is stated as ${stated}, but its parts give ${computed}`,
    hint: {
      zh: () => "请核对各项；这一项由程序计算，可以删去。",
      en: () => "Check the parts; this line is computed and may be deleted.",
    },
  },
  "computed-unfounded": {
    severity: "error",
    zh: ({ label, stated, missing }) =>
      `“${label}”由程序计算，不能直接填${stated}：缺${zhList(missing)}，算不出来`,
    en: ({ label, stated, missing }) =>
      `"${label}" is computed and cannot be stated as ${stated}: ${enList(missing)} are missing`,
    hint: {
      zh: () => "请填写这些项，并删去这一行。",
      en: () => "Give these instead, and delete this line.",
    },
  },
  "total-incomplete": {
    severity: "warning",
    zh: ({ label, missing, text }) => `“${label}”缺${zhList(missing)}，只能说${text}`,
    en: ({ label, missing, text }) =>
      `"${label}" lacks ${enList(missing)}, so it can only be stated as ${text}`,
  },
  "rate-undefined": {
    severity: "warning",
    zh: ({ label, whole, reason }) =>
      `“${label}”无法计算：${reason === "period" ? `它与“${whole}”不是同一时段的` : `“${whole}”可能为 0`}`,
    en: ({ label, whole, reason }) =>
      `"${label}" cannot be computed: ${reason === "period" ? `"${whole}" is for another period than its part` : `"${whole}" may be 0`}`,
  },
  "observations-overlap": {
    severity: "error",
    zh: ({ label, found, other }) => `“${label}”的时段重叠：${found} 与 ${other}，会重复计数`,
    en: ({ label, found, other }) => `"${label}": ${found} overlaps ${other}, and would be counted twice`,
    hint: {
      zh: () => "请删去一个；若是不同部门的数，分别写明 department。",
      en: () => "Delete one; if they are of different departments, name each as department.",
    },
  },
  "observations-mixed": {
    severity: "warning",
    zh: ({ label, grains }) => `“${label}”有的按${grains.map((each) => grainZh[each]).join("、有的按")}填报`,
    en: ({ label, grains }) => `"${label}" is recorded by ${grains.join(" and by ")}`,
    hint: {
      zh: () => "请核对没有重复，也没有遗漏；能统一的，请统一。",
      en: () => "Check that nothing is counted twice or left out; use one grain if you can.",
    },
  },
  "observations-missing": {
    severity: "warning",
    zh: ({ label, department, months }) =>
      `“${label}”${department === null ? "" : `（${department}）`}缺 ${months}，合计只能说下限`,
    en: ({ label, department, codes }) =>
      `"${label}"${department === null ? "" : ` (${department})`} lacks ${codes}, so the sum is known from below only`,
    hint: {
      zh: ({ codes }) =>
        `请补上 ${codes}；没有发生的填 0，或写作 { complete: true, observations: […] }；确实没有数的，写 complete: false。`,
      en: ({ codes }) =>
        `Add ${codes}. If nothing happened give 0, or write { complete: true, observations: […] }; if it is not known, complete: false.`,
    },
  },
  "relation-violated": {
    severity: "error",
    zh: (r) => `“${r.label}”（${r.text}）${relationZh[r.relation]}“${r.other}”（${r.otherText}）`,
    en: (r) => `"${r.label}" (${r.text}) ${relationEn[r.relation]} "${r.other}" (${r.otherText})`,
  },
  "relation-doubtful": {
    severity: "warning",
    zh: (r) =>
      `“${r.label}”（${r.text}）${relationZh[r.relation]}“${r.other}”（${r.otherText}），按现在的写法不能确定`,
    en: (r) =>
      `"${r.label}" (${r.text}) ${relationEn[r.relation]} "${r.other}" (${r.otherText}); as written this is not certain`,
    hint: {
      zh: ({ relation }) =>
        relation === "sameAs" ? null : "若两项相同，写作 { sameAs: 另一项 }；若知道确数，填确数。",
      en: ({ relation }) =>
        relation === "sameAs"
          ? null
          : "Write { sameAs: other } if the two are equal, or exact numbers if they are known.",
    },
  },
};
