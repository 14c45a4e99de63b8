import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "../../src/document/document.ts";
import { renderDocx } from "../../src/render/docx/render-docx.ts";
import { largeDocument } from "../support/docx-sample.ts";
import { standardDocx } from "../support/docx-template.ts";

export const root: string = join(import.meta.dirname, "..", "..");

/** The command of the Open XML SDK validator, where `.ci/run` installed it. */
export const validator: string = process.env.OOXML_VALIDATOR ?? "";

/** The transitional schemas, which the project does not hold itself. */
export const schemas: string = process.env.OOXML_XSD ?? join(root, "..", "shared", "ooxml-xsd");

/** Debian's Python, for which python3-docx is packaged, whatever other Python comes first in the path. */
export const python = "/usr/bin/python3";

export const has: Readonly<
  Record<"office" | "poppler" | "xmllint" | "validator" | "pythonDocx" | "fonts", boolean>
> = {
  office: found("soffice"),
  poppler: found("pdftotext") && found("pdfinfo") && found("pdftohtml"),
  xmllint: found("xmllint") && existsSync(join(schemas, "wml.xsd")),
  validator: existsSync(validator),
  pythonDocx: spawnSync(python, ["-c", "import docx"]).status === 0,
  fonts: (spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout ?? "") !== "",
};

function found(command: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
}

export function folder(): string {
  return mkdtempSync(join(tmpdir(), "report-rendering-"));
}

/** What a command prints; a command that fails fails the test with its words. */
export function output(command: string, ...args: readonly string[]): string {
  const run = spawnSync(command, args, { encoding: "utf8", timeout: 240_000, maxBuffer: 1 << 28, cwd: root });
  if (run.status !== 0)
    throw new Error(`${command} ${args.join(" ")}: ${run.error ?? ""} ${run.stdout} ${run.stderr}`);
  return run.stdout;
}

/** What a command writes that is no text. */
export function bytes(command: string, ...args: readonly string[]): Buffer {
  const run = spawnSync(command, args, { timeout: 240_000, maxBuffer: 1 << 28, cwd: root });
  if (run.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${run.stderr}`);
  return run.stdout;
}

/** A made-up file, for a while. */
export function save(written: Uint8Array, name: string): string {
  const saved = join(folder(), name);
  writeFileSync(saved, written);
  return saved;
}

export function write(document: Document, template: Uint8Array = standardDocx): string {
  const rendered = renderDocx(document, template);
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.reason));
  const path = join(folder(), "report.docx");
  writeFileSync(path, rendered.bytes);
  return path;
}

export const program: string = join(root, "dist", "report.cjs");

/** The report of 2022 as the built program writes it; before it can, a report made up here. */
export function realReport(): string {
  if (!existsSync(program)) return write(largeDocument());
  const out = folder();
  output(process.execPath, program, "build", "2022", "--format", "docx,txt", "--out", out);
  const name = readdirSync(out).find((each) => each.endsWith(".docx"));
  if (name === undefined) throw new Error(`no docx in ${out}`);
  return join(out, name);
}

/** A docx as LibreOffice sets it, and the flat ODT on the way there. */
export function toPdf(docx: string): { readonly pdf: string; readonly odt: string } {
  const [pdf, odt] = [join(folder(), "report.pdf"), join(folder(), "report.fodt")];
  output(join(root, ".ci", "to-pdf"), docx, pdf, odt);
  return { pdf, odt: readFileSync(odt, "utf8") };
}
