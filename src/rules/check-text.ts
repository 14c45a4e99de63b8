import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { passagesOf } from "./passage.ts";
import { punctuationRules } from "./punctuation-rules.ts";
import type { TextRule } from "./text-rule.ts";
import { wordingRules } from "./wording-rules.ts";

const rules: readonly TextRule[] = [...punctuationRules, ...wordingRules];

/** The language of the whole document, as a reader sees it, held against the rules of official documents. */
export function checkText(document: Document): readonly Diagnostic[] {
  return passagesOf(document).flatMap((passage) =>
    rules.flatMap((rule) => rule(passage).map(({ start, end, say }) => say(passage.spanOf(start, end)))),
  );
}
