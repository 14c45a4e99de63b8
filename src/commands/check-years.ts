import type { YearFigures } from "../aggregate/year-figures.ts";
import { type EarlierYear, figuresOf } from "../compare/earlier-year.ts";
import { addAll, type Diagnostic, hasErrors } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import type { OpenLedger } from "../ledger/query.ts";
import type { Memory } from "../memory.ts";
import { beforeHandIn, besideLastYear, toDocument, toFigures } from "../pipeline.ts";
import type { Policy } from "../policy/policy.ts";
import type { WordTemplate } from "../render/render.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { TemplateSet } from "../template/template-set.ts";
import type { YearSchema } from "../validate/year-schema.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";
import { earlierYears, type KnownFigures, remember } from "./earlier-years.ts";
import { readInputs, readWord, withStories } from "./inputs.ts";
import { checkRendering } from "./render-year.ts";

/** What a year's file is checked with; templates that cannot be used are told of, and done without. */
interface Tools {
  readonly schema: YearSchema;
  readonly policy: Policy;
  readonly templates: TemplateSet | null;
  readonly word: WordTemplate | null;
  readonly ledgers: OpenLedger;
  readonly memory: Memory | null;
}

/** All that there is to say about some years, each beside the one before. */
export async function checkYears(
  host: Host,
  workspace: Workspace,
  years: readonly number[],
): Promise<readonly Diagnostic[]> {
  const { schema, templates: texts, policy, diagnostics: faults } = await readInputs(host, workspace);
  const read = await readWord(host, workspace);
  const templates = withStories(workspace, texts, read);
  const diagnostics = [...faults, ...(policy?.apply(read.diagnostics) ?? read.diagnostics)];
  const files = templates ? [templates.main, ...templates.partials.values()].map(({ text }) => text) : [];
  if (read.template) files.push(read.template.file);
  const known: KnownFigures = new Map();
  const { memory } = workspace;
  const latest = (await listYears(host, workspace)).at(-1);
  for (const year of years) {
    const file = await loadYear(host, workspace, year);
    addAll(diagnostics, policy?.apply(file.diagnostics) ?? file.diagnostics);
    if (!file.value || !schema || !policy) continue;
    files.push(file.value);
    const ledgers = ledgersOf(host, workspace);
    const tools = { schema, policy, templates, word: read.word, ledgers, memory };
    const earlier = await earlierYears(host, workspace, year, tools, known);
    const checked = await checkYear(file.value, year, tools, earlier);
    addAll(diagnostics, checked.diagnostics);
    if (!checked.figures) continue;
    remember(known, year, checked.figures, templates);
    const last = figuresOf(earlier, year - 1);
    if (last) addAll(diagnostics, besideLastYear(checked.figures, last, policy, memory));
    if (year === latest) addAll(diagnostics, beforeHandIn(checked.figures, policy));
  }
  // What a broken input kept from being checked may be what an ignore is for.
  if (hasErrors(diagnostics) || !policy) return diagnostics;
  const whole = (await listYears(host, workspace)).every((year) => years.includes(year));
  const unused = whole ? policy.apply(policy.numbers.unused()) : [];
  return [...diagnostics, ...policy.leftOver(files), ...unused];
}

interface Checked {
  /** Null where the year cannot be reported as it stands. */
  readonly figures: YearFigures | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function checkYear(
  file: SourceFile,
  year: number,
  { schema, policy, templates, word, ledgers, memory }: Tools,
  earlier: readonly EarlierYear[],
): Promise<Checked> {
  const figures = await toFigures(file, schema, year, policy, ledgers, memory);
  if (!templates) return { figures: figures.value, diagnostics: figures.diagnostics };
  const { value, diagnostics } = toDocument(figures, schema, templates, year, policy, earlier, memory);
  if (!value) return { figures: null, diagnostics };
  const rendered = word ? policy.apply(checkRendering(value, word, memory)) : [];
  return { figures: figures.value, diagnostics: [...diagnostics, ...rendered] };
}
