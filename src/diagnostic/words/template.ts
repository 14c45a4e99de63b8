import { didYouMean, enList, type Words, zhList } from "./words.ts";

export type TemplateSyntax = "unclosed" | "mismatch" | "tag" | "depth";
export type ClaimName = "all" | "none";

export interface TemplateFacts {
  "template-missing": { readonly path: string };
  "template-syntax": { readonly kind: TemplateSyntax; readonly detail: string };
  "template-unknown-name": { readonly name: string; readonly suggestion: string | null };
  "template-unknown-helper": { readonly name: string; readonly suggestion: string | null };
  "template-unknown-partial": { readonly name: string; readonly suggestion: string | null };
  "template-partial-recursion": { readonly name: string };
  "template-partial-unused": { readonly name: string };
  "template-unsupported": { readonly what: string };
  "template-arguments": { readonly helper: string; readonly usage: string };
  "template-not-text": { readonly name: string; readonly found: "list" | "mapping" | "figure" | "condition" };
  "template-not-list": { readonly name: string };
  "template-no-title": Record<never, never>;
  "template-second-title": Record<never, never>;
  "template-level-skipped": { readonly level: number };
  "template-too-deep-level": { readonly marks: string };
  "template-heading-broken": Record<never, never>;
  "narrative-tag": { readonly found: string };
  /** `from`: what a total or a rate is computed from and the data does not have. */
  "figure-missing": {
    readonly id: string;
    readonly label: string;
    readonly from: readonly string[];
    /** Whether the place is in the data, where there are no conditions. */
    readonly inData: boolean;
  };
  "text-missing": { readonly name: string; readonly label: string | null };
  "text-empty": { readonly text: string };
  "claim-false": { readonly claim: ClaimName; readonly label: string; readonly shown: string };
  "rate-impossible": {
    readonly label: string;
    readonly whole: string;
    readonly shown: string;
    readonly reason: "zero" | "period";
  };
  "numerals-impossible": { readonly label: string; readonly shown: string };
}

const syntaxZh: Readonly<Record<TemplateSyntax, string>> = {
  unclosed: "有 {{#…}} 没有用 {{/…}} 收尾，或大括号没有写全",
  mismatch: "{{#…}} 与 {{/…}} 不配对",
  tag: "标记写得不对",
  depth: "标记嵌套过深",
};
const syntaxEn: Readonly<Record<TemplateSyntax, string>> = {
  unclosed: "a {{#…}} is not closed by {{/…}}, or a brace is missing",
  mismatch: "{{#…}} and {{/…}} do not match",
  tag: "this tag is not well-formed",
  depth: "tags are nested too deeply",
};
const foundZh = { list: "一个列表", mapping: "一组内容", figure: "一个数", condition: "一个条件" } as const;
const foundEn = {
  list: "a list",
  mapping: "a mapping",
  figure: "a figure",
  condition: "a condition",
} as const;

export const templateWords: Words<TemplateFacts> = {
  "template-missing": {
    severity: "error",
    zh: ({ path }) => `没有模板文件 ${path}`,
    en: ({ path }) => `the template ${path} is missing`,
    hint: {
      zh: () =>
        "工作区有 templates 文件夹时，其中须有 report.hbs 和 standard.docx；没有这个文件夹时用随程序安装的模板。",
      en: () =>
        "A workspace with templates/ must hold report.hbs and standard.docx; without it the shipped ones are used.",
    },
  },
  "template-syntax": {
    severity: "error",
    zh: ({ kind }) => syntaxZh[kind],
    en: ({ kind, detail }) => (kind === "tag" ? `${syntaxEn.tag}: ${detail}` : syntaxEn[kind]),
    hint: {
      zh: ({ kind }) =>
        kind === "tag" ? "标记写作 {{figure 组.指标}} 的样子；要印出大括号本身，写作 \\{{。" : null,
      en: ({ kind }) =>
        kind === "tag" ? "Tags look like {{figure group.indicator}}; write \\{{ to print braces." : null,
    },
  },
  "template-unknown-name": {
    severity: "error",
    zh: ({ name }) => `数据规范里没有“${name}”`,
    en: ({ name }) => `the schema has no "${name}"`,
    hint: {
      zh: ({ suggestion }) => didYouMean.zh(suggestion),
      en: ({ suggestion }) => didYouMean.en(suggestion),
    },
  },
  "template-unknown-helper": {
    severity: "error",
    zh: ({ name }) => `没有“${name}”这个写法`,
    en: ({ name }) => `there is no helper "${name}"`,
    hint: {
      zh: ({ suggestion }) => didYouMean.zh(suggestion),
      en: ({ suggestion }) => didYouMean.en(suggestion),
    },
  },
  "template-unknown-partial": {
    severity: "error",
    zh: ({ name }) => `没有模板片段 partials/${name}.hbs`,
    en: ({ name }) => `there is no partial partials/${name}.hbs`,
    hint: {
      zh: ({ suggestion }) => didYouMean.zh(suggestion),
      en: ({ suggestion }) => didYouMean.en(suggestion),
    },
  },
  "template-partial-recursion": {
    severity: "error",
    zh: ({ name }) => `模板片段“${name}”绕回了自身`,
    en: ({ name }) => `the partial "${name}" leads back to itself`,
  },
  "template-partial-unused": {
    severity: "warning",
    zh: ({ name }) => `模板片段“${name}”没有用到`,
    en: ({ name }) => `the partial "${name}" is not used`,
  },
  "template-unsupported": {
    severity: "error",
    zh: ({ what }) => `模板不支持 ${what}`,
    en: ({ what }) => `templates do not support ${what}`,
  },
  "template-arguments": {
    severity: "error",
    zh: ({ helper, usage }) => `“${helper}”的写法应为 ${usage}`,
    en: ({ helper, usage }) => `"${helper}" is used as ${usage}`,
  },
  "template-not-text": {
    severity: "error",
    zh: ({ name, found }) => `“${name}”是${foundZh[found]}，不能直接印出`,
    en: ({ name, found }) => `"${name}" is ${foundEn[found]} and cannot be printed as it is`,
    hint: {
      zh: ({ name, found }) =>
        found === "figure" ? `写作 {{figure ${name}}} 或 {{number ${name}}}。` : null,
      en: ({ name, found }) =>
        found === "figure" ? `Write {{figure ${name}}} or {{number ${name}}}.` : null,
    },
  },
  "template-not-list": {
    severity: "error",
    zh: ({ name }) => `“${name}”不是列表，不能用 {{#each}}`,
    en: ({ name }) => `"${name}" is no list, so {{#each}} cannot go through it`,
  },
  "template-no-title": {
    severity: "error",
    zh: () => "模板没有标题行（以“# ”开头）",
    en: () => 'the template has no title line (one that begins with "# ")',
  },
  "template-second-title": {
    severity: "error",
    zh: () => "模板有两个标题行（以“# ”开头）",
    en: () => 'the template has a second title line (one that begins with "# ")',
  },
  "template-level-skipped": {
    severity: "error",
    zh: ({ level }) => `第 ${level} 级标题前缺少上一级标题`,
    en: ({ level }) => `a heading of level ${level} needs one of the level above before it`,
  },
  "template-too-deep-level": {
    severity: "error",
    zh: ({ marks }) => `标题最多四级（“##”至“#####”），实为“${marks}”`,
    en: ({ marks }) => `headings have four levels ("##" to "#####"), found "${marks}"`,
  },
  "template-heading-broken": {
    severity: "error",
    zh: () => "标题里的内容换了行",
    en: () => "the text in a heading breaks the line",
  },
  "narrative-tag": {
    severity: "error",
    zh: ({ found }) => `数据里的文字只能引用数，不能用 ${found}`,
    en: ({ found }) => `text in data may refer to figures, but not use ${found}`,
    hint: {
      zh: () => "条件和循环请写在模板里。",
      en: () => "Conditions and loops belong in the template.",
    },
  },
  "figure-missing": {
    severity: "error",
    zh: ({ id, label, from }) =>
      `这里要用“${label}”（${id}），${from.length > 0 ? `它由程序计算，而数据里没有${zhList(from)}` : "数据里没有"}`,
    en: ({ id, label, from }) =>
      `"${label}" (${id}) is needed here, but ${from.length > 0 ? `it is computed, and the data lacks ${enList(from)}` : "the data does not have it"}`,
    hint: {
      zh: ({ id, from, inData }) =>
        `请在数据里补上${zhList(from)}${inData ? "" : `，或在模板中用 {{#if ${id}}}…{{/if}} 让这句话可有可无`}。`,
      en: ({ id, from, inData }) =>
        `Give ${from.length > 0 ? enList(from) : "it"} in the data${inData ? "" : `, or make the sentence optional with {{#if ${id}}}…{{/if}}`}.`,
    },
  },
  "text-missing": {
    severity: "error",
    zh: ({ name, label }) => `这里要用“${label ?? name}”（${name}），数据里没有`,
    en: ({ name, label }) => `"${label ?? name}" (${name}) is needed here, but the data does not have it`,
    hint: {
      zh: ({ name }) => `请在数据里补上，或在模板中用 {{#if ${name}}}…{{/if}} 让这段话可有可无。`,
      en: ({ name }) => `Give it in the data, or make the passage optional with {{#if ${name}}}…{{/if}}.`,
    },
  },
  "text-empty": {
    severity: "error",
    zh: ({ text }) => (text === "" ? "这里没有文字" : `这一段没有文字，只有“${text}”`),
    en: ({ text }) => (text === "" ? "there is no text here" : `this paragraph has no text, only "${text}"`),
  },
  "claim-false": {
    severity: "error",
    zh: ({ claim, label, shown }) =>
      claim === "all" ? `不能说“全部”：“${label}”是${shown}` : `不能说没有：“${label}”是${shown}`,
    en: ({ claim, label, shown }) =>
      claim === "all"
        ? `the data does not say "all": "${label}" is ${shown}`
        : `the data does not say "none": "${label}" is ${shown}`,
  },
  "rate-impossible": {
    severity: "error",
    zh: ({ label, whole, shown, reason }) =>
      `“${label}”在“${whole}”中的比率算不出来：${reason === "period" ? "两个数不是同一时段的" : `“${whole}”是${shown}，可能为 0`}`,
    en: ({ label, whole, shown, reason }) =>
      `the rate of "${label}" in "${whole}" cannot be computed: ${reason === "period" ? "the two are for different periods" : `"${whole}" is ${shown}, which may be 0`}`,
    hint: {
      zh: ({ reason }) =>
        reason === "period"
          ? "请用同一时段的数，或另写这句话。"
          : "若知道确数，填确数；或在模板中用 {{#unless (isZero …)}} 另写这句话。",
      en: ({ reason }) =>
        reason === "period"
          ? "Use figures of one period, or word the sentence without the rate."
          : "Give the exact number if it is known, or word the sentence without the rate.",
    },
  },
  "numerals-impossible": {
    severity: "error",
    zh: ({ label, shown }) => `“${label}”是${shown}，不能写成汉字数字`,
    en: ({ label, shown }) => `"${label}" is ${shown}, which cannot be written in Chinese numerals`,
    hint: {
      zh: () => "只有 1 到 9999 的确数可以写成汉字。",
      en: () => "Only exact numbers from 1 to 9999 can.",
    },
  },
};
