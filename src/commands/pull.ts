import { join } from "node:path";
import { diagnostic, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { type BuildRecord, recordOf } from "../document/record.ts";
import type { Host } from "../host.ts";
import { withEdits } from "../pull/edit-data.ts";
import { type Pulled, pull as pullFrom, sourcesOf } from "../pull/pull.ts";
import { type PlainParagraph, type ReadReport, readReport, viewOf } from "../reading/read-report.ts";
import { pullJson } from "../render/pull/json.ts";
import { isHome, pullText } from "../render/pull/text.ts";
import type { SourceFile } from "../source/source-file.ts";
import { firstThere, loadYear } from "../workspace/load.ts";
import { readBom } from "../workspace/read-source.ts";
import { chosenTemplate, listYears, type Workspace, withTemplate } from "../workspace/workspace.ts";
import { type Context, report, shownPath, styleOf, workspaceOf } from "./context.ts";
import { readWordFile } from "./read-word.ts";
import { errorsOf, type Rebuilt, rebuild, unsafe } from "./rebuild.ts";

export interface PullOptions {
  readonly year: number | null;
  /** The Word template that it was built with, as for `build`. */
  readonly template: string | null;
  /** Writes into the data what can go back. */
  readonly apply: boolean;
  /** Only whether file and data agree, as they are today. */
  readonly check: boolean;
  /** What becomes of tracked changes; null: asks. */
  readonly tracked: "accept" | "reject" | null;
  readonly format: "pretty" | "json";
}

/** `report pull <file>`: what people changed in a report in Word, and back into the data with it. */
export async function pull(context: Context, name: string, options: PullOptions): Promise<number> {
  const opened = await workspaceOf(context);
  if (!opened) return 1;
  const { host } = context;
  const { value: file, diagnostics: faults } = await readWordFile(host, name);
  report(context, opened, faults);
  if (!file) return 1;
  const read = readReport(file);
  const workspace = await asBuilt(host, opened, options.template, read.record);
  const year = options.year ?? read.record?.year ?? (await yearTold(host, workspace, read));
  if (year === null) {
    report(context, workspace, [diagnostic("pull-year-unknown", null, { path: name })]);
    return 1;
  }
  const { value: rebuilt, diagnostics } = await rebuild(host, workspace, year);
  report(context, workspace, errorsOf(diagnostics));
  if (!rebuilt) return 1;
  return new Pull(context, workspace, name, options, read, year, rebuilt).run();
}

/** With the Word template that was chosen, or else the one that the file was built with, if it is still there. */
async function asBuilt(
  host: Host,
  workspace: Workspace,
  chosen: string | null,
  record: BuildRecord | null,
): Promise<Workspace> {
  if (chosen !== null) return withTemplate(host, workspace, chosen);
  const { root } = workspace;
  const own = record?.template ? chosenTemplate(host, root, root, record.template) : null;
  const isThere = own !== null && (await firstThere(host, own.paths)) !== null;
  return isThere ? { ...workspace, wordTemplate: own } : workspace;
}

/** The first year of the report's first words that the workspace has data of. */
async function yearTold(host: Host, workspace: Workspace, read: ReadReport): Promise<number | null> {
  const years = await listYears(host, workspace);
  const words = viewOf(read, "final").slice(0, 20).map(wordsOf).join("\n");
  const told = [...words.matchAll(/(\d{4})年/g)].map(([, year]) => Number(year));
  return told.find((year) => years.includes(year)) ?? null;
}

function wordsOf({ inlines }: PlainParagraph): string {
  return inlines.map((inline) => (inline.kind === "text" ? inline.text : inline.shown)).join("");
}

/** Fewer of the paragraphs are there in another report. */
const leastFound = 0.3;

class Pull {
  private readonly context: Context;
  private readonly workspace: Workspace;
  private readonly name: string;
  private readonly options: PullOptions;
  private readonly read: ReadReport;
  private readonly year: number;
  private readonly rebuilt: Rebuilt;

  constructor(
    context: Context,
    workspace: Workspace,
    name: string,
    options: PullOptions,
    read: ReadReport,
    year: number,
    rebuilt: Rebuilt,
  ) {
    this.context = context;
    this.workspace = workspace;
    this.name = name;
    this.options = options;
    this.read = read;
    this.year = year;
    this.rebuilt = rebuilt;
  }

  async run(): Promise<number> {
    const { apply, tracked, format } = this.options;
    const view = tracked === null && this.read.isTracked ? await this.ask() : (tracked ?? "accept");
    if (view === null) return 1;
    const paragraphs = viewOf(this.read, view === "accept" ? "final" : "original");
    const pulled = this.pulled(paragraphs, this.rebuilt);
    if (pulled.found < leastFound) return this.fail("pull-other-report");
    if (format === "json") this.context.host.stdout(pullJson(pulled, this.read.comments));
    else this.print(pulled, true);
    if (this.options.check) return isSame(pulled) ? 0 : 1;
    return apply && pulled.edits.length > 0 ? this.apply(pulled, paragraphs) : this.leftover(pulled, apply);
  }

  /** Tracked changes are decided on by a person: shown as they would be, either way. */
  private async ask(): Promise<"accept" | "reject" | null> {
    const { host, options } = this.context;
    const zh = options.lang === "zh";
    const heads = zh
      ? ["全部接受修订时：", "全部拒绝修订时："]
      : ["with all tracked changes accepted:", "with all rejected:"];
    for (const [index, view] of (["final", "original"] as const).entries()) {
      host.stderr(`${heads[index] ?? ""}\n`);
      host.stderr(this.words(this.pulled(viewOf(this.read, view), this.rebuilt), false));
    }
    const answer = await host.ask(
      zh
        ? "接受（a）还是拒绝（r）全部修订？其他键退出："
        : "accept (a) or reject (r) all? anything else ends: ",
    );
    if (answer === null) {
      this.fail("pull-tracked");
      return null;
    }
    return /^a/i.test(answer.trim()) ? "accept" : /^r/i.test(answer.trim()) ? "reject" : null;
  }

  /** What was changed in Word; for a check, and of what was applied, everything that is not as today's data has it. */
  private pulled(
    paragraphs: readonly PlainParagraph[],
    { figures, report, files }: Rebuilt,
    isCheck: boolean = this.options.check,
  ): Pulled {
    const own = this.read.record?.year === this.year ? this.read.record : recordOf(this.rebuilt.report);
    const record = isCheck ? null : own;
    return pullFrom({ record, report, figures, sources: sourcesOf(files), paragraphs });
  }

  private print(pulled: Pulled, withComments: boolean): void {
    this.context.host.stdout(this.words(pulled, withComments));
  }

  private words(pulled: Pulled, withComments: boolean): string {
    const { options } = this.context;
    const { path } = styleOf(this.context, this.workspace);
    const words = pullText(pulled, withComments ? this.read.comments : [], options.lang, path);
    if (!isSame(pulled)) return words;
    const same =
      options.lang === "zh"
        ? "没有改动：文字和数都与数据一致"
        : "unchanged: words and figures are those of the data";
    return `${same}\n${words === "" ? "" : `\n${words}`}`;
  }

  private fail(code: "pull-other-report" | "pull-tracked"): number {
    const path = this.name;
    const fault =
      code === "pull-tracked"
        ? diagnostic(code, null, { path })
        : diagnostic(code, null, { path, year: this.year });
    report(this.context, this.workspace, [fault]);
    return 1;
  }

  /** Written only when the data passes with it. */
  private async apply(pulled: Pulled, paragraphs: readonly PlainParagraph[]): Promise<number> {
    const { host } = this.context;
    const [file] = this.rebuilt.files;
    if (!file) return 1;
    const edited: SourceFile = { path: file.path, text: withEdits(file.text, pulled.edits) };
    const { value: after, diagnostics } = await rebuild(host, this.workspace, this.year, edited);
    if (!after) {
      report(this.context, this.workspace, [...errorsOf(diagnostics), unsafe(file.path)]);
      return 1;
    }
    const written = await this.write(edited);
    if (written.value === null) {
      report(this.context, this.workspace, written.diagnostics);
      return 1;
    }
    const { lang } = this.context.options;
    const count = pulled.edits.length;
    host.stdout(
      lang === "zh"
        ? `\n已写回 ${written.value}：${count} 处\n`
        : `\n${count} change${count === 1 ? "" : "s"} written to ${written.value}\n`,
    );
    const { figures } = this.pulled(paragraphs, after);
    return this.leftover({ figures, texts: this.pulled(paragraphs, after, true).texts }, true);
  }

  private async write({ path, text }: SourceFile): Promise<Outcome<string>> {
    const { host } = this.context;
    const absolute = join(this.workspace.root, path);
    const now = await loadYear(host, this.workspace, this.year);
    const shown = shownPath(host, absolute);
    if (now.value?.text !== this.rebuilt.files[0]?.text)
      return {
        value: null,
        diagnostics: [diagnostic("file-unreadable", null, { path: shown, reason: "other" })],
      };
    const bom = await readBom(host, this.workspace, absolute);
    const failure = await host.write([{ path: absolute, bytes: new TextEncoder().encode(bom + text) }]);
    if (!failure) return outcome(shown, []);
    const { reason, detail } = failure;
    return {
      value: null,
      diagnostics: [diagnostic("output-unwritable", null, { path: shown, reason, detail })],
    };
  }

  /** Whether something that was to come home has not. */
  private leftover({ figures, texts }: Pick<Pulled, "figures" | "texts">, isApplied: boolean): number {
    if (!isApplied) return 0;
    const left = figures.filter((each) => each.fate.kind === "apply" || !isHome(each)).length + texts.length;
    if (left === 0) return 0;
    const { host, options } = this.context;
    host.stdout(options.lang === "zh" ? `还有 ${left} 处没有写回\n` : `${left} left to do by hand\n`);
    return 1;
  }
}

function isSame({ figures, texts }: Pulled): boolean {
  return figures.length === 0 && texts.length === 0;
}
