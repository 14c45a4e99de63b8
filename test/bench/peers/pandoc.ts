import { spawnSync } from "node:child_process";
import { type AnnexRow, type ComposedReport, cells, type Section, type Text } from "./composed-report.ts";
import { job } from "./job.ts";

/** Markdown in, and the look from a reference document. */
void job(async (template, report) => {
  const args = ["--from", "gfm", "--to", "docx", "--reference-doc", template.path, "--output", "-"];
  const { status, stdout, stderr, error } = spawnSync("pandoc", args, {
    input: markdown(report),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw error ?? new Error(stderr.toString());
  return stdout;
});

function markdown(report: ComposedReport): string {
  const chapters = report.chapters.flatMap((chapter) => [
    ...section("##", chapter),
    ...chapter.sections.flatMap((each) => section("###", each)),
  ]);
  const annex = [report.annexNote, report.annexLabel, `## ${report.annexTitle}`, table(report)];
  return [`# ${report.title}`, ...texts(report.opening), ...chapters, ...annex].join("\n\n");
}

function section(mark: string, { heading, paragraphs }: Section): readonly string[] {
  return [`${mark} ${heading}`, ...texts(paragraphs)];
}

function texts(paragraphs: readonly Text[]): readonly string[] {
  return paragraphs.map(({ text }) => text);
}

function table({ columns, rows }: ComposedReport): string {
  const line = (values: readonly string[]): string => `| ${values.join(" | ")} |`;
  const rule = columns.map(() => "---");
  return [columns, rule, ...rows.map((row: AnnexRow) => cells.map((cell) => row[cell]))].map(line).join("\n");
}
