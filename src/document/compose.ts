import { isWholeOf, rateFigure } from "../aggregate/rate.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { isComputed } from "../catalogue/indicator.ts";
import { type EarlierYear, figuresOf } from "../compare/earlier-year.ts";
import { type Diagnostic, diagnostic, hasErrors, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { nodeAt, type ScalarNode } from "../parse/data-node.ts";
import { dateWords } from "../period/period.ts";
import { evaluate } from "../template/evaluate.ts";
import { lintTemplates, mostStatements } from "../template/lint-templates.ts";
import type { Template } from "../template/parse-template.ts";
import type { Piece } from "../template/piece.ts";
import { rootScope } from "../template/scope.ts";
import type { TemplateSet } from "../template/template-set.ts";
import { annex, annexTitle } from "./annex.ts";
import { toBlocks } from "./blocks.ts";
import { type Block, type Document, inlineText } from "./document.ts";
import { toStory } from "./story.ts";

/** A year's figures and words as a document. Templates are linted first, all branches, without the data. */
export function compose(
  figures: YearFigures,
  templates: TemplateSet,
  earlier: readonly EarlierYear[],
): Outcome<Document> {
  const { source, schema, catalogue } = figures.data;
  const linted = lintTemplates(templates, schema.source.root, catalogue, figures.year, source.root);
  const diagnostics: Diagnostic[] = [...linted.diagnostics];
  if (hasErrors(diagnostics)) return { value: null, diagnostics };
  const report = (each: Diagnostic): void => void diagnostics.push(each);
  for (const each of unused(figures, linted.indicators)) report(each);
  const budget = { left: mostStatements };
  const evaluation = { figures, earlier, report, rateFigure, isAll: isWholeOf };
  const scope = rootScope({ kind: "root", schema: schema.source.root, node: source.root });
  const piecesOf = (template: Template): readonly Piece[] => {
    const given: Piece[] = [];
    const emit = (piece: Piece): void => void given.push(piece);
    evaluate(template.program, scope, { ...linted.walk, template, report, budget, evaluation, emit });
    return given;
  };
  const pieces = piecesOf(templates.main);
  const stories = templates.stories.map((each) => toStory(each, piecesOf(each), report));
  const drawn = pieces.some(({ kind }) => kind === "chart");
  for (const each of unusable(earlier, drawn ? earlier.map(({ year }) => year) : [figures.year - 1]))
    report(each);
  if (budget.left <= 0) {
    report(diagnostic("template-syntax", templates.main.spanOf(0, 0), { kind: "depth", detail: "" }));
    return { value: null, diagnostics };
  }
  const body = toDocument(figures, earlier, templates, toBlocks(pieces, report), report);
  return outcome({ ...body, stories }, diagnostics);
}

/** What the data gives, but neither the text nor a total or rate makes use of. */
function unused({ data }: YearFigures, used: ReadonlySet<string>): readonly Diagnostic[] {
  const parts = new Set(
    [...data.catalogue.indicators.values()].flatMap(({ totalOf, rateOf }) => [
      ...(totalOf ?? []),
      ...Object.values(rateOf ?? {}),
    ]),
  );
  return [...data.observations.values()]
    .filter(({ indicator }) => !isComputed(indicator) && !used.has(indicator.id) && !parts.has(indicator.id))
    .map(({ indicator: { id, label }, span }) => diagnostic("indicator-unused", span, { id, label }));
}

/** Years that the report would speak of if their files had no errors. */
function unusable(earlier: readonly EarlierYear[], years: readonly number[]): readonly Diagnostic[] {
  return earlier
    .filter(({ year, figures }) => figures === null && years.includes(year))
    .map(({ path, year, fault }) => diagnostic("earlier-year-unusable", fault, { path, year }));
}

function toDocument(
  figures: YearFigures,
  earlier: readonly EarlierYear[],
  templates: TemplateSet,
  body: readonly Block[],
  report: (diagnostic: Diagnostic) => void,
): Omit<Document, "stories"> {
  const title = body.find((block) => block.kind === "title");
  if (!title) report(diagnostic("template-no-title", templates.main.spanOf(0, 0), {}));
  const given = (pointer: string): ScalarNode | null => {
    const node = nodeAt(figures.data.source.root, pointer);
    return node?.kind === "scalar" && node.value !== null ? node : null;
  };
  const [office, date] = [given("/office/name"), given("/issued/date")];
  const table = annex(figures, figuresOf(earlier, figures.year - 1));
  const note: readonly Block[] = table.length > 0 ? [{ kind: "annexNote", titles: [annexTitle] }] : [];
  const name = office?.text ?? "";
  return {
    year: figures.year,
    title: title ? inlineText(title.content) : "",
    office: name,
    date: date?.text ?? null,
    blocks: [
      ...withAddressee(body, given("/issued/to")),
      ...note,
      ...(date?.text ? [signature(name, office, date)] : []),
      ...table,
    ],
  };
}

function signature(name: string, office: ScalarNode | null, date: ScalarNode): Block {
  const origins = { office: office?.span ?? null, date: date.span };
  return { kind: "signature", office: name, date: dateWords(date.text), origins };
}

/** §7.3.2: below the title, with a full-width colon behind the last. */
function withAddressee(body: readonly Block[], to: ScalarNode | null): readonly Block[] {
  if (!to) return body;
  const below = body.findIndex(({ kind }) => kind === "title") + 1;
  const addressee: Block = { kind: "addressee", text: `${to.text.trim()}：`, origin: to.span };
  return [...body.slice(0, below), addressee, ...body.slice(below)];
}
