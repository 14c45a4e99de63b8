import type { Cache } from "../cache.ts";
import { andThen, type Diagnostic, type Outcome } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import { type Memory, recall } from "../memory.ts";
import { parseYaml } from "../parse/parse-yaml.ts";
import { type Config, readConfig } from "../policy/config.ts";
import { Policy } from "../policy/policy.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Template } from "../template/parse-template.ts";
import { parseTemplates, type TemplateSet } from "../template/template-set.ts";
import { keptSchema } from "../validate/kept-schema.ts";
import type { YearSchema } from "../validate/year-schema.ts";
import { readWordTemplate, type WordTemplate } from "../word-template/read-word-template.ts";
import {
  loadConfig,
  loadSchemas,
  loadTemplates,
  loadWordTemplate,
  type WordFile,
} from "../workspace/load.ts";
import type { Workspace } from "../workspace/workspace.ts";

export async function readSchema(host: Host, workspace: Workspace): Promise<Outcome<YearSchema>> {
  const files = await loadSchemas(host, workspace);
  if (!files.value) return { value: null, diagnostics: files.diagnostics };
  const { main, others } = files.value;
  const compiled = await schemaOf(main, others, workspace.memory, host.cache);
  return { value: compiled.value, diagnostics: [...files.diagnostics, ...compiled.diagnostics] };
}

/** What compiles a schema is a large part of the program, and is loaded for one that was never seen. */
async function schemaOf(
  main: SourceFile,
  others: readonly SourceFile[],
  memory: Memory | null,
  cache: Cache | null,
): Promise<Outcome<YearSchema>> {
  const kept = cache && recall(memory, keptSchema, main, others, cache);
  if (kept) return kept;
  const { compileSchema } = await import("../validate/compile-schema.ts");
  return recall(memory, compileSchema, main, others, cache);
}

async function readTemplates(host: Host, workspace: Workspace): Promise<Outcome<TemplateSet>> {
  const files = await loadTemplates(host, workspace);
  if (!files.value) return { value: null, diagnostics: files.diagnostics };
  const { main, partials } = files.value;
  const parsed = recall(workspace.memory, templatesOf, main, partials, host.cache);
  return { value: parsed.value, diagnostics: [...files.diagnostics, ...parsed.diagnostics] };
}

function templatesOf(
  main: SourceFile,
  partials: ReadonlyMap<string, SourceFile>,
  cache: Cache | null,
): Outcome<TemplateSet> {
  return parseTemplates({ main, partials }, cache);
}

/** The workspace's configuration of rules; without a file every rule is as shipped. */
export async function readPolicy(host: Host, workspace: Workspace): Promise<Outcome<Policy>> {
  const file = await loadConfig(host, workspace);
  if (!file) return { value: new Policy({ levels: new Map(), numbers: [] }), diagnostics: [] };
  const config = recall(workspace.memory, configOf, file);
  return { value: config.value && new Policy(config.value), diagnostics: config.diagnostics };
}

function configOf(file: Outcome<SourceFile>): Outcome<Config> {
  return andThen(andThen(file, parseYaml), readConfig);
}

export interface Inputs {
  readonly schema: YearSchema | null;
  readonly templates: TemplateSet | null;
  readonly policy: Policy | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface WordInputs {
  readonly word: WordFile | null;
  /** Null where it cannot be filled. */
  readonly template: WordTemplate | null;
  /** Its texts with tags, as far as they can be linted. */
  readonly stories: readonly Template[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The Word template, read: what is wrong with it is told with the faults of the other templates. */
export async function readWord(host: Host, workspace: Workspace): Promise<WordInputs> {
  const loaded = await loadWordTemplate(host, workspace);
  if (!loaded.value) return { word: null, template: null, stories: [], diagnostics: loaded.diagnostics };
  const { name, bytes } = loaded.value;
  const { template, stories, diagnostics } = recall(workspace.memory, readWordTemplate, name, bytes);
  return {
    word: template && loaded.value,
    template,
    stories,
    diagnostics: [...loaded.diagnostics, ...diagnostics],
  };
}

/** The templates of a report with the texts of the Word template. */
export function withStories(
  { memory }: Workspace,
  templates: TemplateSet | null,
  { stories }: WordInputs,
  isPrinted: boolean = true,
): TemplateSet | null {
  return templates && recall(memory, joined, templates, stories, isPrinted);
}

function joined(templates: TemplateSet, stories: readonly Template[], isPrinted: boolean): TemplateSet {
  if (isPrinted) return { ...templates, stories };
  const names = stories.flatMap(({ text }) => [...text.text.matchAll(/\{\{~?>\s*([^\s{}~]+)/g)]);
  return { ...templates, usedElsewhere: new Set(names.map(([, name = ""]) => name)) };
}

/** Schema and templates are read side by side, so that the faults of both are told at once. */
export async function readInputs(host: Host, workspace: Workspace): Promise<Inputs> {
  const schema = await readSchema(host, workspace);
  const templates = await readTemplates(host, workspace);
  const policy = await readPolicy(host, workspace);
  return {
    schema: schema.value,
    templates: templates.value,
    policy: policy.value,
    diagnostics: [...policy.diagnostics, ...schema.diagnostics, ...templates.diagnostics],
  };
}
