import { type JsonFault, jsonFaultWords } from "./json-fault.ts";
import { didYouMean, type Words } from "./words.ts";

/** Why the text is not YAML, in the clerk's terms. */
export type SyntaxKind =
  | "indent"
  | "tab"
  | "colon"
  | "full-width-colon"
  | "quote"
  | "bracket"
  | "key"
  | "escape"
  | "reserved"
  | "tag-first"
  | "other";

export interface YamlFacts {
  "yaml-syntax": { readonly kind: SyntaxKind; readonly detail: string };
  "yaml-duplicate-key": { readonly key: string };
  "yaml-several-documents": Record<never, never>;
  "yaml-alias": { readonly found: string };
  "yaml-tag": { readonly found: string };
  "yaml-directive": { readonly found: string };
  "yaml-key": Record<never, never>;
  "yaml-too-complex": { readonly what: "depth" | "size" };
  "json-syntax": { readonly kind: JsonFault };
  "key-unknown": {
    readonly key: string;
    readonly suggestion: string | null;
    readonly allowed: readonly string[];
  };
}

const syntaxZh: Readonly<Record<SyntaxKind, string>> = {
  indent: "缩进不对",
  tab: "缩进用了制表符（Tab）",
  colon: "缺少“键: 值”中的冒号",
  "full-width-colon": "冒号应为半角“:”，实为全角“：”",
  quote: "引号没有配对",
  bracket: "括号没有配对，或缺少逗号",
  key: "键写得不对",
  escape: "双引号里的反斜杠写法不对",
  reserved: "以这个符号开头的文字须加引号",
  "tag-first": "以“{{”开头的文字须加引号",
  other: "不符合 YAML 的写法",
};

const syntaxEn: Readonly<Record<SyntaxKind, string>> = {
  indent: "wrong indentation",
  tab: "indented with a tab",
  colon: 'the colon of "key: value" is missing',
  "full-width-colon": 'expected a half-width ":", found a full-width "："',
  quote: "a quotation mark is not closed",
  bracket: "a bracket is not closed, or a comma is missing",
  key: "this is not a well-formed key",
  escape: "wrong backslash escape in double quotes",
  reserved: "a text that begins with this sign must be quoted",
  "tag-first": 'a text that begins with "{{" must be quoted',
  other: "this is not well-formed YAML",
};

const syntaxHint: Readonly<Partial<Record<SyntaxKind, { readonly zh: string; readonly en: string }>>> = {
  indent: {
    zh: "同一级的键应左端对齐，下一级多缩进两个空格。",
    en: "Keys of one level start in one column; the next level is two spaces further in.",
  },
  "tag-first": {
    zh: "整段加双引号，或写作“键: |-”，文字另起一行缩进。",
    en: 'Put the whole text in double quotes, or write "key: |-" and the text indented on the next line.',
  },
  tab: { zh: "请改用空格，每级两个。", en: "Use spaces, two for each level." },
  colon: { zh: "写作“键: 值”，冒号后留一个空格。", en: 'Write "key: value", with a space after the colon.' },
  "full-width-colon": {
    zh: "写作“键: 值”：半角冒号，后留一个空格。",
    en: 'Write "key: value" with a half-width colon and a space after it.',
  },
};

export const yamlWords: Words<YamlFacts> = {
  "yaml-syntax": {
    severity: "error",
    zh: ({ kind }) => syntaxZh[kind],
    en: ({ kind, detail }) => (kind === "other" ? `${syntaxEn.other}: ${detail}` : syntaxEn[kind]),
    hint: {
      zh: ({ kind }) => syntaxHint[kind]?.zh ?? null,
      en: ({ kind }) => syntaxHint[kind]?.en ?? null,
    },
  },
  "yaml-duplicate-key": {
    severity: "error",
    zh: ({ key }) => `键“${key}”写了两次`,
    en: ({ key }) => `the key "${key}" is written twice`,
    hint: { zh: () => "请删去其中一处。", en: () => "Delete one of the two." },
  },
  "yaml-several-documents": {
    severity: "error",
    zh: () => "一个文件只能有一份数据，此处开始了第二份",
    en: () => "a file holds one document; a second one begins here",
    hint: {
      zh: () => "请删去这一行“---”，或把后面的内容另存为一个文件。",
      en: () => 'Delete this line "---", or move what follows to a file of its own.',
    },
  },
  "yaml-alias": {
    severity: "error",
    zh: ({ found }) => `数据文件不用锚点和引用（${found}）`,
    en: ({ found }) => `anchors and aliases (${found}) are not used in data files`,
    hint: {
      zh: () => "请在每一处写出数值；与另一项相同的，写作 { sameAs: 那一项 }。",
      en: () => "Write the value in each place, or { sameAs: other } where it equals another indicator.",
    },
  },
  "yaml-tag": {
    severity: "error",
    zh: ({ found }) => `数据文件不用标签（${found}）`,
    en: ({ found }) => `tags (${found}) are not used in data files`,
    hint: { zh: () => "若是文字，请加引号。", en: () => "If this is text, quote it." },
  },
  "yaml-directive": {
    severity: "error",
    zh: ({ found }) => `数据文件不用指令（${found}）`,
    en: ({ found }) => `directives (${found}) are not used in data files`,
    hint: { zh: () => "请删去这一行。", en: () => "Delete this line." },
  },
  "yaml-key": {
    severity: "error",
    zh: () => "键应为一个词，实为空白、列表或映射",
    en: () => "expected a key of one word, found nothing, a list or a mapping",
  },
  "yaml-too-complex": {
    severity: "error",
    zh: ({ what }) => (what === "depth" ? "嵌套层次过深" : "文件内容过多"),
    en: ({ what }) => (what === "depth" ? "nested too deeply" : "the file holds too much"),
  },
  "json-syntax": {
    severity: "error",
    zh: ({ kind }) => `不是合规的 JSON：${jsonFaultWords.zh[kind]}`,
    en: ({ kind }) => `not well-formed JSON: ${jsonFaultWords.en[kind]}`,
  },
  "key-unknown": {
    severity: "error",
    zh: ({ key }) => `没有“${key}”这个键`,
    en: ({ key }) => `there is no key "${key}"`,
    hint: {
      zh: ({ suggestion, allowed }) =>
        didYouMean.zh(suggestion) ?? allowedList("可用的键：", "、", "。", allowed),
      en: ({ suggestion, allowed }) =>
        didYouMean.en(suggestion) ?? allowedList("Known keys: ", ", ", ".", allowed),
    },
  },
};

function allowedList(
  before: string,
  separator: string,
  after: string,
  allowed: readonly string[],
): string | null {
  if (allowed.length === 0) return null;
  const more = allowed.length > 12 ? `${separator}…` : "";
  return before + allowed.slice(0, 12).join(separator) + more + after;
}
