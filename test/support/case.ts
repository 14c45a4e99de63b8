import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { main } from "../../src/main.ts";
import { editedReport } from "./edited-report.ts";
import { memoryHost } from "./memory-host.ts";
import { root } from "./root.ts";
import { wordTemplate } from "./word-parts.ts";

export const casesFolder: string = join(root, "test", "cases");

/** The files below a folder, by path with forward slashes. */
export function filesBelow(folder: string, prefix: string = ""): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const path = join(folder, name);
    if (statSync(path).isDirectory())
      for (const [key, bytes] of filesBelow(path, `${prefix}${name}/`)) files.set(key, bytes);
    else files.set(prefix + name, readFileSync(path));
  }
  return files;
}

/** The folders that hold a case: those with an expected.txt. */
export function caseFolders(folder: string = casesFolder): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(`${sep}expected.txt`))
    .map((path) => path.slice(0, -"/expected.txt".length))
    .sort();
}

let read: ReadonlyMap<string, Uint8Array> | null = null;

/** A valid workspace under /work, and the shipped files under /shipped; read once. */
export function baseFiles(): Map<string, Uint8Array> {
  read ??= readBase();
  return new Map(read);
}

function readBase(): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of filesBelow(join(casesFolder, "base"))) files.set(`/work/${path}`, bytes);
  for (const name of ["schemas", "templates", "docs"]) {
    for (const [path, bytes] of filesBelow(join(root, name))) files.set(`/shipped/${name}/${path}`, bytes);
  }
  const standard = files.get("/shipped/templates/standard.docx");
  if (standard) files.set("/work/templates/standard.docx", standard);
  return files;
}

/**
 * Runs the commands of a case (lines that begin with `$ report`) over the base workspace with the case's own
 * files laid over it; a file named in `without.txt` is taken away. `edits.txt` makes `edited.docx`. Gives the text that expected.txt should hold.
 */
export async function runCase(
  folder: string,
): Promise<{ readonly expected: string; readonly actual: string }> {
  const own = filesBelow(join(casesFolder, folder));
  const expected = decoded(own.get("expected.txt"));
  const without = decoded(own.get("without.txt")).split(/\s+/);
  const files = baseFiles();
  for (const [path, bytes] of withWordFiles(own)) files.set(`/work/${path}`, bytes);
  for (const name of ["expected.txt", "without.txt", "edits.txt", "built.yaml", ...without])
    files.delete(`/work/${name}`);
  const edits = own.get("edits.txt");
  if (edits) files.set("/work/edited.docx", await editedReport(asBuilt(files, own), decoded(edits)));
  const commands = expected.split("\n").filter((line) => line.startsWith("$ report"));
  const parts: string[] = [];
  for (const command of commands) parts.push(await runCommand(command, files));
  return { expected, actual: parts.join("\n") };
}

function decoded(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

/** With the data that `built.yaml` has, where the data was changed after the report was built. */
function asBuilt(
  files: ReadonlyMap<string, Uint8Array>,
  own: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, Uint8Array> {
  const data = own.get("built.yaml");
  return data ? new Map(files).set("/work/data/2022.yaml", data) : files;
}

/** A folder `templates/name.docx/` holds parts of a Word template: they become that file. */
function withWordFiles(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const all = new Map<string, Uint8Array>();
  const packages = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of files) {
    const [, name, part] = /^(.*?\.docx)\/(.*)$/.exec(path) ?? [];
    if (name === undefined || part === undefined) all.set(path, bytes);
    else packages.set(name, (packages.get(name) ?? new Map<string, Uint8Array>()).set(part, bytes));
  }
  for (const [name, parts] of packages) all.set(name, wordTemplate(parts));
  return all;
}

async function runCommand(command: string, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const host = memoryHost({ files });
  const argv = command
    .slice("$ report".length)
    .trim()
    .split(/\s+/)
    .filter((each) => each !== "");
  const exitCode = await main(argv, host);
  const written = [...host.files.keys()].filter((path) => !files.has(path)).sort();
  const texts = written.filter((path) => /\.(txt|md|yaml)$/.test(path));
  return [
    command,
    ...section("stdout", host.out.stdout),
    ...section("stderr", host.out.stderr),
    ...texts.flatMap((path) =>
      section(path.slice("/work/".length), new TextDecoder().decode(host.files.get(path))),
    ),
    ...[...files].flatMap(([path, bytes]) => changed(path, bytes, host.files.get(path))),
    ...(written.length > 0
      ? [`[written] ${written.map((path) => path.slice("/work/".length)).join(" ")}`]
      : []),
    `[exit] ${exitCode}`,
    "",
  ].join("\n");
}

/** The lines of a file that a command changed, quoted, so that line ends and marks of order are seen. */
function changed(path: string, before: Uint8Array, after: Uint8Array | undefined): readonly string[] {
  if (!after || Buffer.from(before).equals(after)) return [];
  const [old, now] = [before, after].map((bytes) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\n"),
  );
  const lines = (now ?? []).flatMap((line, index) =>
    line === old?.[index] ? [] : [`${index + 1}: ${JSON.stringify(line)}`],
  );
  const same = `${(now ?? []).length} lines, ${JSON.stringify(now?.[0])} first`;
  return section(`changed ${path.slice("/work/".length)}`, [...lines, same].join("\n"));
}

function section(name: string, text: string): readonly string[] {
  return text === "" ? [] : [`[${name}]`, text.replace(/\n$/, "")];
}

/** With UPDATE_CASES=1 the expected text is written anew, for a person to read and commit. */
export function updateCase(folder: string, actual: string): void {
  writeFileSync(join(casesFolder, folder, "expected.txt"), actual);
}
