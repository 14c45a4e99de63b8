import type { Catalogue } from "../catalogue/catalogue.ts";
import {
  propertyNames,
  type SchemaNode,
  schemaAt,
  schemaProperty,
  titleOf,
} from "../catalogue/schema-node.ts";
import { suggest } from "../catalogue/suggest.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { TypeName } from "../diagnostic/words/data.ts";
import { type DataNode, locate, nodeAt, pointerPart, pointerParts } from "../parse/data-node.ts";
import type { Span } from "../source/source-file.ts";
import type { ErrorObject } from "./year-schema.ts";

interface Fault {
  readonly error: ErrorObject;
  readonly root: DataNode;
  /** The schema of the value that is wrong. */
  readonly schema: SchemaNode | null;
  readonly node: DataNode | undefined;
  readonly label: string;
  /** Of an indicator, in the year; otherwise empty. */
  readonly unit: string;
  readonly span: Span;
}

type Explainer = (fault: Fault) => Diagnostic | null;

/** A validator's error in the words of whoever wrote the data, at the place where it is to be mended. */
export function explain(
  error: ErrorObject,
  root: DataNode,
  schemaRoot: SchemaNode,
  catalogue: Catalogue,
): Diagnostic | null {
  const parts = pointerParts(error.instancePath);
  const schema = schemaAt(schemaRoot, parts);
  const label = titleOf(schema) ?? itemLabel(parts, schemaRoot) ?? parts.at(-1) ?? "";
  const span = locate(root, error.instancePath, "value");
  const node = nodeAt(root, error.instancePath);
  const unit = catalogue.indicators.get(parts.slice(1).join("."))?.unit ?? "";
  const fault: Fault = { error, root, schema, node, label, unit, span };
  return (explainers[error.keyword] ?? otherwise)(fault);
}

/** 日常巡查第3项, for an item of a list that has no title of its own. */
function itemLabel(parts: readonly string[], schemaRoot: SchemaNode): string | null {
  const list = titleOf(schemaAt(schemaRoot, parts.slice(0, -1)));
  const index = /^\d+$/.exec(parts.at(-1) ?? "")?.[0];
  return list === null || index === undefined ? null : `${list}第${Number(index) + 1}项`;
}

const explainers: Readonly<Record<string, Explainer>> = {
  additionalProperties: unknownKey,
  unevaluatedProperties: unknownKey,
  required: missingKey,
  type: wrongType,
  enum: notAllowed,
  const: notAllowed,
  pattern: wrongPattern,
  format: wrongPattern,
  minLength: wrongLength,
  maxLength: wrongLength,
  minItems: wrongItems,
  maxItems: wrongItems,
  minimum: outOfRange,
  maximum: outOfRange,
  exclusiveMinimum: outOfRange,
  exclusiveMaximum: outOfRange,
};

function unknownKey({ error, root, schema }: Fault): Diagnostic {
  const key = String(error.params.additionalProperty ?? error.params.unevaluatedProperty);
  const names = schema ? propertyNames(schema) : [];
  const titled = names.find((name) => schema && titleOf(schemaProperty(schema, name)) === key.trim());
  const span = locate(root, error.instancePath + pointerPart(key), "key");
  return diagnostic("key-unknown", span, { key, suggestion: titled ?? suggest(key, names), allowed: names });
}

function missingKey({ error, root, schema, label }: Fault): Diagnostic {
  const key = String(error.params.missingProperty);
  const span = locate(root, error.instancePath, "key");
  const title = schema && titleOf(schemaProperty(schema, key));
  return diagnostic("key-missing", span, {
    key,
    label: title,
    parent: error.instancePath === "" ? "" : label,
  });
}

const typeNames: Readonly<Record<string, TypeName>> = {
  string: "text",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  array: "list",
  object: "mapping",
  null: "nothing",
};

function wrongType({ error, schema, node, label, unit, span }: Fault): Diagnostic | null {
  const isAmount = typeof schema?.value.quantity === "string";
  if (node?.kind === "scalar" && node.value === null) {
    return isAmount
      ? diagnostic("figure-missing-value", span, { label, unit })
      : diagnostic("value-missing", span, { label });
  }
  // What a parser makes of the digits does not matter: amounts are read from their source text.
  if (isAmount && node?.kind === "scalar" && typeof node.value === "number") return null;
  const wanted = [error.params.type].flat().map((each) => typeNames[String(each)] ?? "text");
  const shown = node?.kind === "scalar" ? shorten(node.text) : null;
  return diagnostic("type-wrong", span, {
    label,
    expected: isAmount ? ["amount"] : wanted,
    found: typeOf(node),
    text: shown,
  });
}

function typeOf(node: DataNode | undefined): TypeName {
  if (node?.kind === "map") return "mapping";
  if (node?.kind === "list") return "list";
  if (typeof node?.value === "number") return "number";
  if (typeof node?.value === "boolean") return "boolean";
  return typeof node?.value === "string" ? "text" : "nothing";
}

function foundText(node: DataNode | undefined): string {
  return node?.kind === "scalar" ? shorten(node.text) : "";
}

function shorten(found: string): string {
  return found.length > 40 ? `${found.slice(0, 40)}…` : found;
}

function notAllowed({ error, node, label, span }: Fault): Diagnostic {
  const allowed = [error.params.allowedValues ?? error.params.allowedValue].flat().map(String);
  return diagnostic("value-not-allowed", span, { label, found: foundText(node), allowed });
}

function wrongPattern({ schema, node, label, span }: Fault): Diagnostic {
  const examples = schema?.value.examples;
  const example = Array.isArray(examples) && examples.length > 0 ? String(examples[0]) : null;
  return diagnostic("text-pattern", span, { label, found: foundText(node), example });
}

function limitOf(error: ErrorObject): string {
  const minimum = /^min/.test(error.keyword);
  const comparison = error.params.comparison ?? (minimum ? ">=" : "<=");
  const sign = String(comparison).replace(">=", "≥").replace("<=", "≤");
  return `${sign} ${String(error.params.limit)}`;
}

function wrongLength({ error, node, label, span }: Fault): Diagnostic {
  if (foundText(node) === "") return diagnostic("value-missing", span, { label });
  return diagnostic("text-length", span, { label, limit: limitOf(error) });
}

function wrongItems({ error, label, span }: Fault): Diagnostic {
  return diagnostic("list-length", span, { label, limit: limitOf(error) });
}

function outOfRange({ error, node, label, span }: Fault): Diagnostic {
  return diagnostic("value-range", span, { label, found: foundText(node), limit: limitOf(error) });
}

/** `if`, `not` and the like: what they guard is reported by the keywords inside them where there are any. */
function otherwise({ error, label, span }: Fault): Diagnostic {
  return diagnostic("schema-rule", span, { label, keyword: error.keyword, detail: error.message ?? "" });
}
