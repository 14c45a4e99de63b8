import type { YearFigures } from "../aggregate/year-figures.ts";
import { type EarlierYear, figuresOf } from "../compare/earlier-year.ts";
import { addAll, type Diagnostic } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import type { OpenLedger } from "../ledger/query.ts";
import type { Memory } from "../memory.ts";
import { beforeHandIn, besideLastYear, toDocument, toFigures } from "../pipeline.ts";
import { ignoresOf } from "../policy/ignores.ts";
import type { Policy } from "../policy/policy.ts";
import type { WordTemplate } from "../render/render.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { TemplateSet } from "../template/template-set.ts";
import type { YearSchema } from "../validate/year-schema.ts";
import { loadYear } from "../workspace/load.ts";
import { ledgersOf } from "../workspace/open-ledger.ts";
import { listYears, type Workspace } from "../workspace/workspace.ts";
import { earlierYears, type KnownFigures, reachOf, remember } from "./earlier-years.ts";
import { readInputs, readWord, withStories } from "./inputs.ts";
import { checkRendering } from "./render-year.ts";
import type { YearSaid } from "./said-before.ts";

/** What a year's file is checked with; templates that cannot be used are told of, and done without. */
interface Tools {
  readonly schema: YearSchema;
  readonly policy: Policy;
  readonly templates: TemplateSet | null;
  readonly word: WordTemplate | null;
  readonly ledgers: OpenLedger;
  readonly memory: Memory | null;
}

export interface CheckedYear extends YearSaid {
  /** Whether it is all that there is to say, whatever else the run looks at. */
  readonly isWhole: boolean;
}

/** Checks one year after another with what a run reads once. */
export interface YearChecker {
  /** What is wrong with schema, templates and configuration. */
  readonly faults: readonly Diagnostic[];
  readonly policy: Policy | null;
  /** The files that were read, as far as they can have ignores. */
  readonly files: readonly SourceFile[];
  /** How many years a report looks at, its own among them. */
  readonly reach: number;
  check(year: number): Promise<CheckedYear>;
}

export async function openChecker(host: Host, workspace: Workspace): Promise<YearChecker> {
  const inputs = await readInputs(host, workspace);
  const { schema, policy } = inputs;
  const read = await readWord(host, workspace);
  const templates = withStories(workspace, inputs.templates, read);
  const faults = [...inputs.diagnostics, ...(policy?.apply(read.diagnostics) ?? read.diagnostics)];
  const files = templates ? [templates.main, ...templates.partials.values()].map(({ text }) => text) : [];
  if (read.template) files.push(read.template.file);
  const known: KnownFigures = new Map();
  const { memory } = workspace;
  const latest = (await listYears(host, workspace)).at(-1);
  const isClean = faults.length === 0 && files.every((file) => ignoresOf(file).length === 0);

  const checkFile = async (file: SourceFile, year: number, tools: Tools): Promise<readonly Diagnostic[]> => {
    const earlier = await earlierYears(host, workspace, year, tools, known);
    const { figures, diagnostics } = await checkFigures(file, year, tools, earlier);
    if (!figures) return diagnostics;
    remember(known, year, figures, templates);
    const last = figuresOf(earlier, year - 1);
    return [
      ...diagnostics,
      ...(last ? besideLastYear(figures, last, tools.policy, memory) : []),
      ...(year === latest ? beforeHandIn(figures, tools.policy) : []),
    ];
  };
  const check = async (year: number): Promise<CheckedYear> => {
    const file = await loadYear(host, workspace, year);
    const own = policy?.anew();
    const diagnostics = [...(own?.apply(file.diagnostics) ?? file.diagnostics)];
    if (!file.value || !schema || !policy || !own)
      return { diagnostics, numbers: { met: [], needed: [] }, isWhole: false };
    files.push(file.value);
    const ledgers = ledgersOf(host, workspace);
    const tools = { schema, policy: own, templates, word: read.word, ledgers, memory };
    addAll(diagnostics, await checkFile(file.value, year, tools));
    policy.add(own);
    const isWhole = isClean && ignoresOf(file.value).length === 0;
    return { diagnostics, numbers: own.numbers.asPlaces, isWhole };
  };
  return { faults, policy, files, reach: reachOf(templates), check };
}

interface Checked {
  /** Null where the year cannot be reported as it stands. */
  readonly figures: YearFigures | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function checkFigures(
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
