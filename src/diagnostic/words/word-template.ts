import type { Words } from "./words.ts";

/** Tags in the office's own Word template. */
export interface WordTemplateFacts {
  "word-template-missing": { readonly path: string };
  "word-template-link": { readonly path: string; readonly target: string };
  /** `split`: it goes on in the next paragraph. */
  "word-tag-broken": { readonly kind: "unclosed" | "split" | "unopened" | "full-width" };
  "word-block-crossing": { readonly name: string; readonly reason: "cells" | "line" | "body" | "note" };
  "word-tag-unreachable": { readonly text: string; readonly where: "field" | "deleted" | "drawing" };
  "word-partial-lines": Record<never, never>;
  "word-chart": Record<never, never>;
}

const brokenZh = {
  unclosed: "标记没有收尾：缺“}}”",
  split: "标记写到下一段去了：一个标记要写在同一段里",
  unopened: "标记没有开头：缺“{{”",
  "full-width": "标记的大括号要用半角",
} as const;
const brokenEn = {
  unclosed: 'this tag is not closed: "}}" is missing',
  split: "this tag goes on in the next paragraph: a tag stands in one paragraph",
  unopened: 'this tag is not opened: "{{" is missing',
  "full-width": "the braces of a tag must be half-width",
} as const;

const crossingZh = {
  cells: (name: string) => `{{#${name}}} 与 {{/${name}}} 跨了单元格，既不能重复这一行，也不能只重复一格`,
  line: (name: string) => `{{#${name}}} 与 {{/${name}}} 不在同一处：一个在句子里，一个在另一段、链接或域里`,
  body: (name: string) => `{{body}} 不能写在 {{#${name}}} 里面`,
  note: (name: string) => `{{#${name}}} 里面有脚注或尾注，不能重复`,
} as const;
const crossingEn = {
  cells: (name: string) =>
    `{{#${name}}} and {{/${name}}} stand in different cells, so neither the row nor a cell can be repeated`,
  line: (name: string) =>
    `{{#${name}}} and {{/${name}}} do not stand together: one is in a sentence, the other in another paragraph, link or field`,
  body: (name: string) => `{{body}} cannot stand inside {{#${name}}}`,
  note: (name: string) => `{{#${name}}} holds a footnote or an endnote, which cannot be repeated`,
} as const;
const crossingHintZh = {
  cells: "要重复一行，开头写在第一格的最前面，收尾写在最后一格的最后面；或让两者各占一行。",
  line: "要重复几段，让两个标记各占一段；要在句子里选用，两个标记写在同一段里。",
  body: "请把 {{body}} 移到外面，单独成段。",
  note: "请把注写成括注，或移到 {{#each}} 外面。",
} as const;
const crossingHintEn = {
  cells:
    "To repeat a row, open at the beginning of its first cell and close at the end of its last one; or give each tag a row of its own.",
  line: "To repeat paragraphs, give each of the two tags a paragraph of its own; within a sentence, write both in one paragraph.",
  body: "Move {{body}} out of it, into a paragraph of its own.",
  note: "Put what the note says in brackets, or move it out of {{#each}}.",
} as const;

const whereZh = {
  field: ["域代码里", "请把它移到正文里"],
  deleted: ["标为删除的文字里", "请先接受或拒绝这处修订"],
  drawing: ["图形、图表或公式里", "请改写在文本框里"],
} as const;
const whereEn = {
  field: ["a field code", "Move it into the text."],
  deleted: ["text that is tracked as deleted", "Accept or reject that change first."],
  drawing: ["a drawing, a chart or a formula", "Write it in a text box."],
} as const;

export const wordTemplateWords: Words<WordTemplateFacts> = {
  "word-template-missing": {
    severity: "error",
    zh: ({ path }) => `没有 Word 模板 ${path}`,
    en: ({ path }) => `the Word template ${path} is missing`,
    hint: {
      zh: () => "路径从当前文件夹（在 .report.yaml 中则从工作区）算起，例如 templates/letterhead.docx。",
      en: () =>
        "The path counts from the current folder, in .report.yaml from the workspace: templates/letterhead.docx, for example.",
    },
  },
  "word-template-link": {
    severity: "warning",
    zh: ({ path, target }) => `Word 模板 ${path} 附有另一模板 ${target}，打开时会去读取；报告里不带这个链接`,
    en: ({ path, target }) =>
      `the Word template ${path} is attached to ${target}, which is fetched when it is opened; the report does not carry this link`,
  },
  "word-tag-broken": {
    severity: "error",
    zh: ({ kind }) => brokenZh[kind],
    en: ({ kind }) => brokenEn[kind],
    hint: {
      zh: () => "标记写作 {{figure 组.指标}} 的样子；要印出大括号本身，写作 \\{{…}}。",
      en: () => "Tags look like {{figure group.indicator}}; write \\{{…}} to print braces.",
    },
  },
  "word-block-crossing": {
    severity: "error",
    zh: ({ name, reason }) => crossingZh[reason](name),
    en: ({ name, reason }) => crossingEn[reason](name),
    hint: { zh: ({ reason }) => crossingHintZh[reason], en: ({ reason }) => crossingHintEn[reason] },
  },
  "word-tag-unreachable": {
    severity: "error",
    zh: ({ text, where }) => `${whereZh[where][0]}的标记填不上：“${text}”`,
    en: ({ text, where }) => `a tag in ${whereEn[where][0]} cannot be filled: "${text}"`,
    hint: { zh: ({ where }) => `${whereZh[where][1]}。`, en: ({ where }) => whereEn[where][1] },
  },
  "word-partial-lines": {
    severity: "error",
    zh: () => "片段在 Word 模板里写在句子当中，只能有一行文字",
    en: () => "a partial inside a sentence of the Word template may hold one line of text only",
    hint: {
      zh: () => "请让 {{> 片段}} 单独成段，或把片段改成一行。",
      en: () => "Give {{> partial}} a paragraph of its own, or make the partial one line.",
    },
  },
  "word-chart": {
    severity: "error",
    zh: () => "图表只能写在报告正文里，不能写在 Word 模板里",
    en: () => "charts belong in the report's own text, not in the Word template",
    hint: {
      zh: () => "请写在 report.hbs 里，随 {{body}} 印出。",
      en: () => "Write it in report.hbs; it comes with {{body}}.",
    },
  },
};
