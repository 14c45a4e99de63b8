import type { KeywordDefinition } from "ajv/dist/2020.js";

const id = { type: "string", pattern: "^[A-Za-z][A-Za-z0-9]*\\.[A-Za-z][A-Za-z0-9]*$" };
const words = { type: "string", minLength: 1 };
const dayOfYear =
  "^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))$";

const ids = { type: "array", items: id, minItems: 1, uniqueItems: true };
const kind = { enum: ["count", "measure"] };
const countsAs = {
  type: "object",
  properties: { unit: words, bound: { enum: ["both", "lower"] } },
  required: ["unit", "bound"],
  additionalProperties: false,
};

/** What was so before a year: at least one thing beside the year and the reason. */
const before = {
  type: "object",
  properties: {
    year: { type: "integer", minimum: 1949, maximum: 2999 },
    reason: words,
    unit: words,
    quantity: kind,
    description: words,
    countsAs,
    totalOf: ids,
  },
  required: ["year", "reason"],
  minProperties: 3,
  additionalProperties: false,
};

function annotation(keyword: string, metaSchema: object): KeywordDefinition {
  return { keyword, metaSchema };
}

/**
 * Our keywords. They say what an amount means; the amounts themselves are read by `read-amounts`,
 * which needs their source text, not the number that a YAML parser made of it. What an indicator must say
 * (`title`, `unit`, `quantity`) is checked with its place by `check-catalogue`.
 */
export const vocabulary: KeywordDefinition[] = [
  annotation("quantity", kind),
  annotation("unit", words),
  annotation("department", words),
  annotation("markdownDescription", words),
  annotation("totalOf", ids),
  annotation("rateOf", {
    type: "object",
    properties: { part: id, whole: id },
    required: ["part", "whole"],
    additionalProperties: false,
  }),
  annotation("countsAs", countsAs),
  annotation("sameAs", id),
  annotation("partOf", id),
  annotation("atMost", id),
  annotation("before", { type: "array", items: before, minItems: 1, maxItems: 50 }),
  annotation("jump", { type: "number", exclusiveMinimum: 1 }),
  annotation("round", { type: "number", exclusiveMinimum: 0 }),
  annotation("outline", {
    type: "array",
    items: {
      type: "object",
      properties: {
        title: words,
        about: { type: "array", items: words, minItems: 1, maxItems: 50, uniqueItems: true },
        year: { enum: ["this", "next", null] },
      },
      required: ["title", "about"],
      additionalProperties: false,
    },
    minItems: 1,
    maxItems: 50,
  }),
  annotation("handIn", { type: "string", pattern: dayOfYear }),
];
