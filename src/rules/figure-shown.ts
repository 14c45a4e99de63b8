import type { Figure } from "../aggregate/figure.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { Document, Inline } from "../document/document.ts";
import type { Span } from "../source/source-file.ts";

interface Printed {
  readonly figure: Figure;
  readonly ids: readonly string[];
  readonly number: string;
  readonly span: Span | null;
}

/**
 * A number that a reader meets twice has the same words both times. Figures that the data says are equal are one
 * number. The annex is a table of what is known and may be more exact than the text.
 */
export function checkFiguresShown({ blocks }: Pick<Document, "blocks">): readonly Diagnostic[] {
  const first = new Map<string, Printed>();
  return blocks.flatMap((block) => {
    const content = "content" in block ? block.content : [];
    return content.flatMap(toPrinted).flatMap((printed) => {
      const before = printed.ids.flatMap((id) => first.get(id) ?? [])[0];
      for (const id of printed.ids) if (!first.has(id)) first.set(id, before ?? printed);
      return before && before.number !== printed.number ? [shownTwoWays(printed, before)] : [];
    });
  });
}

function toPrinted(inline: Inline): readonly Printed[] {
  if (inline.kind === "text") return [];
  const { figure, shown, origin } = inline;
  const number = figure.indicator.unit === "" ? shown : shown.replace(figure.indicator.unit, "");
  // 全部 and 未发生 say what they say in words
  if (!/^[一二两三四五六七八九十百千零]+$|\d/.test(number)) return [];
  return [{ figure, ids: idsOf(figure), number, span: origin ?? null }];
}

/** The names under which a number is known: a rate of the same two is the same, declared or not. */
function idsOf({ indicator: { id, rateOf }, sameAs }: Figure): readonly string[] {
  return [rateOf ? `${rateOf.part}/${rateOf.whole}` : id, ...sameAs];
}

function shownTwoWays({ figure, number, span }: Printed, before: Printed): Diagnostic {
  const facts = {
    label: figure.indicator.label,
    other: before.figure.indicator.label,
    found: number,
    before: before.number,
  };
  return diagnostic(
    "figure-shown-two-ways",
    span,
    facts,
    before.span ? [{ span: before.span, note: "printed" }] : [],
  );
}
