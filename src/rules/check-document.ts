import type { YearFigures } from "../aggregate/year-figures.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { partialBlocks, plainBlocks, storyBlocks } from "../document/story.ts";
import { child } from "../parse/data-node.ts";
import { AllowedNumbers, readAllowedNumbers } from "./allowed-numbers.ts";
import { checkFiguresShown } from "./figure-shown.ts";
import { withFix } from "./fixes.ts";
import { checkHandIn } from "./hand-in.ts";
import { checkIssuedNumber } from "./issued-number.ts";
import { checkOutline } from "./outline/check-outline.ts";
import { type Passage, passagesOf } from "./passage.ts";
import { punctuationRules } from "./punctuation-rules.ts";
import { senseRules } from "./sense-rules.ts";
import { checkStructure } from "./structure.ts";
import { endMarkMissing } from "./text/end-mark-missing.ts";
import { spaceInText } from "./text/space-in-text.ts";
import { yearStale } from "./text/year-stale.ts";
import type { RuleContext, TextRule } from "./text-rule.ts";
import { wordingRules } from "./wording-rules.ts";

const languageRules: readonly TextRule[] = [...punctuationRules, ...wordingRules];
const rules: readonly TextRule[] = [...senseRules, ...languageRules];

/** Lines of a letterhead are no sentences, and spaces in them are a matter of layout. */
const wordRules = languageRules.filter((rule) => rule !== endMarkMissing && rule !== spaceInText);

/** The whole document, as a reader sees it, held against the rules of sense and of official language; `everyYear`: what
 * the workspace lets stand in every year beside what the data lets stand in its own. */
export function checkDocument(
  document: Document,
  figures: YearFigures,
  everyYear: AllowedNumbers,
): readonly Diagnostic[] {
  const passages = passagesOf(document);
  const own = document.stories.flatMap(storyBlocks);
  const wordPassages = passagesOf({ blocks: own });
  const partialPassages = passagesOf({ blocks: document.stories.flatMap(partialBlocks) });
  const wordFiles = new Set(document.stories.map(({ file }) => file));
  const plainPassages = passagesOf({ blocks: [...wordFiles].flatMap(plainBlocks) });
  const ofYear = new AllowedNumbers(readAllowedNumbers(child(figures.data.source.root, "numbers")));
  for (const numbers of [ofYear, everyYear]) numbers.meet([...passages, ...partialPassages, ...wordPassages]);
  const context = contextOf(figures, [ofYear, everyYear]);
  const inReport = found(passages, rules, context);
  const told = new Set(inReport.map(keyOf));
  const language = [
    ...inReport,
    // A partial may stand in the report as well.
    ...found(partialPassages, rules, context).filter((each) => !told.has(keyOf(each))),
    ...found(wordPassages, [...senseRules, ...wordRules], context),
    // A number such as that of the copies is not of the year where no tag stands beside it.
    ...found(plainPassages, [yearStale, ...wordRules], context),
  ];
  const outline = checkOutline(document, figures.data.schema.source, figures.year);
  return [
    ...checkStructure(document),
    ...outline,
    ...checkHandIn(figures),
    ...checkIssuedNumber(figures),
    ...checkFiguresShown({ blocks: [...document.blocks, ...own] }),
    ...language,
    ...ofYear.unused(),
  ];
}

function keyOf({ code, span }: Diagnostic): string {
  return `${code} ${span?.file.path} ${span?.start}`;
}

function found(
  passages: readonly Passage[],
  by: readonly TextRule[],
  context: RuleContext,
): readonly Diagnostic[] {
  return passages.flatMap((passage) =>
    by.flatMap((rule) =>
      rule(passage, context).map(({ start, end, say }) =>
        withFix(say(passage.spanOf(start, end)), passage.text.slice(start, end)),
      ),
    ),
  );
}

function contextOf({ year, data }: YearFigures, lists: readonly AllowedNumbers[]): RuleContext {
  const units = new Set([...data.catalogue.indicators.values()].map(({ unit }) => unit));
  return {
    year,
    units: [...units].filter((unit) => unit !== "").toSorted((a, b) => b.length - a.length),
    isAllowed: (text, start, end) => lists.some((list) => list.allows(text, start, end)),
  };
}
