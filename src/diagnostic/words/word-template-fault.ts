/** Why a Word template cannot be filled, in both languages. */
const packaging = {
  "not-a-zip": ["它不是 Word 文件", "it is no Word file"],
  incomplete: [
    "文件不完整或已损坏，可能没有复制完或下载完",
    "the file is incomplete or damaged: it may not have been copied to its end",
  ],
  damaged: ["文件已损坏", "the file is damaged"],
  encrypted: ["文件加了密码", "the file is encrypted"],
  zip64: ["文件过大", "the file is too large"],
  "several-disks": ["文件是分卷的", "the file is split over several volumes"],
  "method-unknown": ["文件的压缩方式无法识别", "the file is packed in an unknown way"],
  "name-unsafe": ["文件内有越出文件夹的部件名", "the file holds a part whose name leads out of it"],
  "name-repeated": ["文件内有重名的部件", "the file holds two parts of one name"],
  "too-many-entries": ["文件内的部件过多", "the file holds too many parts"],
  "too-large": ["文件内容过大", "the file holds too much"],
  "ratio-too-high": ["文件内容的压缩比异常", "the file is packed suspiciously densely"],
  "size-wrong": ["文件已损坏（大小不符）", "the file is damaged (sizes differ)"],
  "checksum-wrong": ["文件已损坏（校验不符）", "the file is damaged (checksums differ)"],
} as const;

const other = {
  "xml-malformed": ["文件内的 XML 不完整", "its XML is not well-formed"],
  "xml-doctype": ["文件内有不允许的 DOCTYPE", "its XML has a DOCTYPE, which is refused"],
  "xml-too-deep": ["文件内的 XML 嵌套过深", "its XML is nested too deeply"],
  "not-utf-8": ["文件内的文字不是 UTF-8", "its text is not UTF-8"],
  "not-a-document": ["它不是不含宏的 Word 文档（.docx）", "it is no Word document without macros (.docx)"],
  "old-format": [
    "它是旧格式（.doc）或加了密码的文件，请在 Word 或 WPS 里另存为不加密的 .docx",
    "it is in an old format (.doc) or encrypted; save it as a .docx without a password",
  ],
  "not-transitional": [
    "它是“严格”格式的文档，请另存为普通的 .docx",
    "it is a strict document; save it as a plain .docx",
  ],
  "body-not-top-level": [
    "{{body}} 在表格、文本框或内容控件里",
    "{{body}} stands in a table, a text box or a content control",
  ],
  "unknown-tag": ["有标记没有填上", "it has tags that are not filled"],
  "too-many-tags": ["带标记的段落过多", "it has too much text in paragraphs with tags"],
  macros: ["它含有宏，请另存为不含宏的 .docx", "it holds macros; save it as a .docx without them"],
  "active-content": [
    "它含有控件或嵌入的对象，打开时可能运行程序；请在 Word 里删去，或换成图片",
    "it holds controls or embedded objects, which may run programs; delete them in Word or put pictures in their place",
  ],
  "alt-chunk": [
    "它引入了另一份文件的内容；请在 Word 里打开并另存一次",
    "it takes in another file's content; open it in Word and save it again",
  ],
  "external-content": [
    "它链接了外部的图片或文件，打开时会去读取；请在 Word 里改为嵌入",
    "it links to pictures or files elsewhere, which are fetched when it is opened; embed them in Word",
  ],
  "forbidden-character": ["报告里有 XML 不允许的字符", "the report holds a character that XML forbids"],
} as const;

/** Why a file cannot be read as a Word document at all. */
export type PackagingFault = keyof typeof packaging | Exclude<keyof typeof other, OfTemplates>;

type OfTemplates =
  | "old-format"
  | "not-transitional"
  | "body-not-top-level"
  | "unknown-tag"
  | "too-many-tags"
  | "macros"
  | "active-content"
  | "alt-chunk"
  | "external-content"
  | "forbidden-character";

export function packagingFault(fault: PackagingFault): readonly [string, string] {
  return fault in packaging
    ? packaging[fault as keyof typeof packaging]
    : other[fault as Exclude<PackagingFault, keyof typeof packaging>];
}

export type WordTemplateFault =
  | { readonly kind: "not-a-package"; readonly detail: keyof typeof packaging }
  | { readonly kind: "no-body" }
  | { readonly kind: "two-bodies" }
  | { readonly kind: "text-beside-body" }
  | { readonly kind: "part-missing"; readonly part: string }
  | { readonly kind: "other"; readonly detail: keyof typeof other };

function wordsOf(fault: WordTemplateFault): readonly [string, string] {
  switch (fault.kind) {
    case "not-a-package":
      return packaging[fault.detail];
    case "no-body":
      return ["没有单独成段的 {{body}}", "it has no paragraph {{body}}"];
    case "two-bodies":
      return ["有两处 {{body}}", "it has {{body}} twice"];
    case "text-beside-body":
      return ["{{body}} 所在段落还有别的文字", "other text stands beside {{body}}"];
    case "part-missing":
      return [`缺少部件 ${fault.part}`, `its part ${fault.part} is missing`];
    case "other":
      return other[fault.detail];
  }
}

export const wordTemplateFault = {
  zh: (fault: WordTemplateFault): string => wordsOf(fault)[0],
  en: (fault: WordTemplateFault): string => wordsOf(fault)[1],
};
