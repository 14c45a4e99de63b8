import { enList, zhList } from "./words.ts";

/** What is wrong with a schema as such. */
export type SchemaFault =
  | { readonly kind: "type"; readonly keyword: string; readonly wanted: readonly JsonType[] }
  | { readonly kind: "choice"; readonly keyword: string; readonly wanted: readonly string[] }
  | { readonly kind: "limit"; readonly keyword: string; readonly wanted: string }
  | { readonly kind: "key-missing" | "key-unknown"; readonly keyword: string; readonly key: string }
  | { readonly kind: "type-needed"; readonly keyword: string; readonly wanted: readonly JsonType[] }
  | { readonly kind: "reference" | "format"; readonly found: string }
  | {
      readonly kind: "empty" | "repeated" | "form" | "unknown" | "no-effect" | "other";
      readonly keyword: string;
    }
  | { readonly kind: "dialect" | "id" | "depth" | "endless" | "cost" }
  | { readonly kind: "pattern-syntax" | "pattern-size" | "pattern-slow" }
  | { readonly kind: "pattern-look-around" | "pattern-back-reference" };

export type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";

const typesZh: Readonly<Record<JsonType, string>> = {
  object: "对象 {…}",
  array: "列表 […]",
  string: "文字",
  number: "数",
  integer: "整数",
  boolean: "是非值 true/false",
  null: "null",
};

const typesEn: Readonly<Record<JsonType, string>> = {
  object: "an object {…}",
  array: "a list […]",
  string: "a text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "null",
};

type FaultWords = {
  readonly [K in SchemaFault["kind"]]: (fault: Extract<SchemaFault, { readonly kind: K }>) => string;
};

const zh: FaultWords = {
  type: ({ keyword, wanted }) => `${keyword} 应为${wanted.map((each) => typesZh[each]).join("或")}`,
  choice: ({ keyword, wanted }) => `${keyword} 应为${zhList(wanted)}之一`,
  limit: ({ keyword, wanted }) => `${keyword} 应 ${wanted}`,
  "key-missing": ({ keyword, key }) => `${keyword} 缺少 ${key}`,
  "key-unknown": ({ keyword, key }) => `${keyword} 里不能有“${key}”`,
  "type-needed": ({ keyword, wanted }) =>
    `用了 ${keyword}，须在同一处写明 "type": "${wanted.join('" 或 "')}"`,
  reference: ({ found }) => `$ref 指向的“${found}”不存在`,
  format: ({ found }) => `没有“${found}”这种 format`,
  empty: ({ keyword }) => `${keyword} 不能是空的`,
  repeated: ({ keyword }) => `${keyword} 里有重复的内容`,
  form: ({ keyword }) => `${keyword} 的写法不对`,
  unknown: ({ keyword }) => `没有“${keyword}”这个关键字`,
  "no-effect": ({ keyword }) => `${keyword} 在这里不起作用，缺少与它配套的关键字`,
  other: ({ keyword }) => (keyword === "" ? "此处不合规定" : `${keyword} 不合规定`),
  dialect: () => "$schema 应为 https://json-schema.org/draft/2020-12/schema",
  id: () => "$id 与另一处重复，或写法不对",
  depth: () => "嵌套过深",
  endless: () => "$ref 在同一处绕回了自身",
  cost: () => "分支和引用层层叠加，检查一个值要走的路太多",
  "pattern-syntax": () => "pattern 不是正确的正则表达式",
  "pattern-size": () => "pattern 过大：重复次数太多，或括号嵌套过深",
  "pattern-slow": () => "用这个 pattern 检查数据费时过长",
  "pattern-look-around": () => "pattern 中不能用环视 (?=…)、(?!…)、(?<=…)、(?<!…)",
  "pattern-back-reference": () => "pattern 中不能用反向引用 \\1、\\k<名>",
};

const en: FaultWords = {
  type: ({ keyword, wanted }) => `"${keyword}" should be ${wanted.map((each) => typesEn[each]).join(" or ")}`,
  choice: ({ keyword, wanted }) => `"${keyword}" should be one of ${enList(wanted)}`,
  limit: ({ keyword, wanted }) => `"${keyword}" should be ${wanted}`,
  "key-missing": ({ keyword, key }) => `"${keyword}" lacks "${key}"`,
  "key-unknown": ({ keyword, key }) => `"${keyword}" cannot hold "${key}"`,
  "type-needed": ({ keyword, wanted }) => `"${keyword}" needs "type": "${wanted.join('" or "')}" beside it`,
  reference: ({ found }) => `"$ref" leads to "${found}", which is not there`,
  format: ({ found }) => `there is no format "${found}"`,
  empty: ({ keyword }) => `"${keyword}" cannot be empty`,
  repeated: ({ keyword }) => `"${keyword}" holds something twice`,
  form: ({ keyword }) => `"${keyword}" is not written as it should be`,
  unknown: ({ keyword }) => `there is no keyword "${keyword}"`,
  "no-effect": ({ keyword }) => `"${keyword}" has no effect here: the keyword that goes with it is missing`,
  other: ({ keyword }) =>
    keyword === "" ? "this is not as it should be" : `"${keyword}" is not as it should be`,
  dialect: () => '"$schema" should be https://json-schema.org/draft/2020-12/schema',
  id: () => '"$id" is that of another place, or is not well-formed',
  depth: () => "it is nested too deeply",
  endless: () => '"$ref" leads back to where it stands',
  cost: () => "branches and references multiply: there are too many ways to check one value",
  "pattern-syntax": () => '"pattern" is no well-formed regular expression',
  "pattern-size": () => '"pattern" is too large: too many repetitions, or too deeply nested',
  "pattern-slow": () => 'checking the data with this "pattern" takes too long',
  "pattern-look-around": () => '"pattern" cannot look around: (?=…), (?!…), (?<=…), (?<!…)',
  "pattern-back-reference": () => '"pattern" cannot refer back: \\1, \\k<name>',
};

export function schemaFaultText(lang: "zh" | "en", fault: SchemaFault): string {
  const words = (lang === "zh" ? zh : en)[fault.kind] as (fault: SchemaFault) => string;
  return words(fault);
}
