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
