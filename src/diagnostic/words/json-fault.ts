/** Why a text is not JSON (RFC 8259), by what stands at the place. */
export type JsonFault =
  | "not-object"
  | "end"
  | "value"
  | "comma"
  | "comma-extra"
  | "colon"
  | "key"
  | "quote-open"
  | "quote-single"
  | "full-width"
  | "comment"
  | "control"
  | "escape"
  | "number"
  | "excess"
  | "depth";

const zh: Readonly<Record<JsonFault, string>> = {
  "not-object": "最外层应为对象 {…}",
  end: "文件在这里中断，还有括号没有配对",
  value: "这里应有一个值：文字加双引号，或数、true、false、null、[…]、{…}",
  comma: "这里缺少逗号，或括号没有配对",
  "comma-extra": "最后一项后面多了逗号",
  colon: "键的后面应为冒号",
  key: "这里应为加双引号的键",
  "quote-open": "双引号在本行没有配对",
  "quote-single": "应为双引号，实为单引号",
  "full-width": "应为半角符号，实为全角符号",
  comment: "JSON 不能有注释",
  control: "引号里有不能直接写的控制字符",
  escape: "引号里的反斜杠写法不对",
  number: "数的写法不对",
  excess: "最外层的 } 之后还有内容",
  depth: "嵌套过深",
};

const en: Readonly<Record<JsonFault, string>> = {
  "not-object": "expected an object {…}",
  end: "the file ends here, with a bracket still open",
  value: "expected a value: a text in double quotes, a number, true, false, null, […] or {…}",
  comma: "a comma is missing here, or a bracket is not closed",
  "comma-extra": "there is a comma behind the last item",
  colon: "expected a colon behind the key",
  key: "expected a key in double quotes",
  "quote-open": "a double quote is not closed on this line",
  "quote-single": "expected double quotes, found single ones",
  "full-width": "expected a half-width mark, found a full-width one",
  comment: "JSON has no comments",
  control: "a control character stands in a text",
  escape: "wrong backslash escape in a text",
  number: "this is not a well-formed number",
  excess: "something follows the last }",
  depth: "it is nested too deeply",
};

export const jsonFaultWords: Readonly<Record<"zh" | "en", Readonly<Record<JsonFault, string>>>> = { zh, en };
