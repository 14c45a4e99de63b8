import { didYouMean, enList, type Words, zhList } from "./words.ts";

/** The workspace's own word on rules: its configuration and the ignores in its files. */
export interface PolicyFacts {
  "config-unknown-code": { readonly code: string; readonly suggestion: string | null };
  "config-fixed-code": { readonly code: string };
  "config-value": { readonly found: string; readonly allowed: readonly string[] };
  "config-shape": Record<never, never>;
  "config-number": Record<never, never>;
  "config-size": { readonly found: string };
  "config-template": { readonly found: string };
  "ignore-unknown-code": { readonly code: string; readonly suggestion: string | null };
  "ignore-without-reason": { readonly code: string };
  "ignore-unused": { readonly code: string };
}

const mean = {
  zh: ({ suggestion }: { readonly suggestion: string | null }): string | null => didYouMean.zh(suggestion),
  en: ({ suggestion }: { readonly suggestion: string | null }): string | null => didYouMean.en(suggestion),
};

export const policyWords: Words<PolicyFacts> = {
  "config-unknown-code": {
    severity: "error",
    zh: ({ code }) => `没有“${code}”这条规则`,
    en: ({ code }) => `there is no rule "${code}"`,
    hint: mean,
  },
  "config-fixed-code": {
    severity: "error",
    zh: ({ code }) => `“${code}”不是可以调整的规则`,
    en: ({ code }) => `"${code}" is no rule that can be adjusted`,
  },
  "config-value": {
    severity: "error",
    zh: ({ found, allowed }) => `应为${zhList(allowed)}之一，实为“${found}”`,
    en: ({ found, allowed }) => `expected one of ${enList(allowed)}, found "${found}"`,
  },
  "config-shape": {
    severity: "error",
    zh: () =>
      "工作区配置只有“rules:”“numbers:”“limits:”和“template:”：依次写“规则: off、info、warning 或 error”、可以直接写的数、“fileSize: 大小”、Word 模板的路径",
    en: () =>
      'the configuration holds "rules:" with "code: off, info, warning or error", "numbers:", a list, "limits:" with "fileSize: size", and "template:", the path of a Word template',
  },
  "config-number": {
    severity: "error",
    zh: () => "“numbers:”下的每一项应有“text”和“reason”，且只有这两样",
    en: () => 'each item of "numbers:" has a "text" and a "reason", and nothing else',
    hint: {
      zh: () => "例如“- { text: 10件民生实事, reason: 工作名称 }”。",
      en: () => 'For example "- { text: 10件民生实事, reason: a name }".',
    },
  },
  "config-template": {
    severity: "error",
    zh: ({ found }) => `“template:”应为一个 Word 模板的路径，实为“${found}”`,
    en: ({ found }) => `"template:" should be the path of a Word template, found "${found}"`,
    hint: {
      zh: () => "从工作区算起，用“/”分开，例如 template: templates/letterhead.docx。",
      en: () => "From the workspace, with slashes: template: templates/letterhead.docx, for example.",
    },
  },
  "config-size": {
    severity: "error",
    zh: ({ found }) => `文件大小的上限应在 64KB 和 8MB 之间，实为“${found}”`,
    en: ({ found }) => `the limit of a file's size should lie between 64KB and 8MB, found "${found}"`,
    hint: { zh: () => "例如 fileSize: 4MB。", en: () => "For example: fileSize: 4MB" },
  },
  "ignore-unknown-code": {
    severity: "warning",
    zh: ({ code }) =>
      code === "" ? "report-ignore 没有写明是哪条规则" : `report-ignore 提到的“${code}”不是规则`,
    en: ({ code }) =>
      code === "" ? "report-ignore names no rule" : `report-ignore names "${code}", which is no rule`,
    hint: {
      zh: (facts) => (facts.code === "" ? "写作“report-ignore 规则代码: 理由”。" : mean.zh(facts)),
      en: (facts) => (facts.code === "" ? 'Write "report-ignore code: reason".' : mean.en(facts)),
    },
  },
  "ignore-without-reason": {
    severity: "warning",
    zh: ({ code }) => `report-ignore ${code} 没有写明理由`,
    en: ({ code }) => `report-ignore ${code} gives no reason`,
    hint: {
      zh: ({ code }) => `写作“report-ignore ${code}: 理由”。`,
      en: ({ code }) => `Write "report-ignore ${code}: reason".`,
    },
  },
  "ignore-unused": {
    severity: "warning",
    zh: ({ code }) => `这里没有 ${code} 的问题，report-ignore 可以去掉`,
    en: ({ code }) => `there is no ${code} here, so the report-ignore can go`,
  },
};
