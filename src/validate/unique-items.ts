import { _, type CodeKeywordDefinition } from "ajv/dist/2020.js";
import { isUnique } from "./is-unique.ts";

/** `uniqueItems` in linear time; the library compares every two items. */
export const uniqueItems: CodeKeywordDefinition = {
  keyword: "uniqueItems",
  type: "array",
  schemaType: "boolean",
  code: (context) => {
    if (context.schema !== true) return;
    const name = context.gen.scopeValue("func", { ref: isUnique, code: _`isUnique` });
    context.fail(_`!${name}(${context.data})`);
  },
};
