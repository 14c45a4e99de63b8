import { decimalText } from "../../quantity/decimal.ts";
import { formatFigure } from "../../quantity/format.ts";
import { lineText, positionAt, type Span } from "../../source/source-file.ts";
import type { Trace } from "../../trace/trace.ts";
import { formulaWords } from "./words.ts";

/** A list with an object a figure. */
export function traceJson(traces: readonly Trace[]): string {
  return `${JSON.stringify(traces.map(one), null, 2)}\n`;
}

function one(trace: Trace): object {
  const { figure, from, appearances } = trace;
  const { indicator, quantity, sources } = figure;
  return {
    id: indicator.id,
    label: indicator.label,
    unit: indicator.unit,
    text: formatFigure(quantity, indicator.unit),
    lower: quantity.lower && { value: decimalText(quantity.lower.value), closed: quantity.lower.closed },
    upper: quantity.upper && { value: decimalText(quantity.upper.value), closed: quantity.upper.closed },
    formula: formulaWords(trace, "zh"),
    from: from.map((each) => each.indicator.id),
    data: sources.map(place),
    report: appearances.map(({ way, place: inTemplate, text, start, end, origin }) => ({
      headings: [...(inTemplate?.headings ?? []), ...way],
      // Only where it stands in the Word template itself.
      ...(inTemplate && {
        part: inTemplate.story,
        row: inTemplate.row,
        textBox: inTemplate.inBox,
      }),
      text,
      start,
      end,
      origin: origin && place(origin),
    })),
  };
}

function place({ file, start }: Span): object {
  const position = positionAt(file, start);
  return { file: file.path, ...position, text: lineText(file, position.line).trim() };
}
