import type { Figure } from "../aggregate/figure.ts";
import type { Span } from "../source/source-file.ts";
import type { Chart } from "./chart.ts";

/** What a template gives, in order: texts within a line, figures, and line ends. */
export type Piece =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Only the template's own text can mark headings; a `#` in data is a character. */
      readonly from: "template" | "data";
      readonly span: Span;
    }
  | { readonly kind: "figure"; readonly figure: Figure; readonly shown: string; readonly span: Span }
  /** Alone in its line. */
  | { readonly kind: "chart"; readonly chart: Chart; readonly span: Span }
  | { readonly kind: "line-end"; readonly from: "template" | "data"; readonly span: Span };
