import { dirname, isAbsolute, join, resolve, sep } from "node:path";
import { andThen, diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { Host } from "../host.ts";
import type { Memory } from "../memory.ts";
import type { YamlSource } from "../parse/data-node.ts";
import { parseYaml } from "../parse/parse-yaml.ts";
import { templateNode } from "../policy/config.ts";
import { textLimit, usualTextBytes } from "../policy/limits.ts";
import type { Span } from "../source/source-file.ts";
import { readConfigFile } from "./read-source.ts";

/** The folder that a command works on, and where its schemas and templates lie. */
export interface Workspace {
  readonly root: string;
  readonly schemas: string;
  readonly templates: string;
  /** The Word template that was chosen; null: the standard one. */
  readonly wordTemplate: ChosenTemplate | null;
  /** The most bytes of a text: data, schema, template. */
  readonly textLimit: number;
  /** What was made from its files before, where a command runs again and again. */
  readonly memory: Memory | null;
}

export interface ChosenTemplate {
  /** Where it may lie, the first that is there. Absolute. */
  readonly paths: readonly string[];
  /** As it was written. */
  readonly name: string;
  /** Where the configuration names it. */
  readonly span: Span | null;
}

const yearFile = /^((?:19|20|21)\d\d)\.yaml$/;

/** Looks from a folder upwards for one with year files in `data/`, or with `data/` beside schemas or templates. */
export async function openWorkspace(host: Host, folder: string | null): Promise<Outcome<Workspace>> {
  const start = resolve(host.cwd, folder ?? ".");
  // A mistyped folder must not lead to the workspace around it.
  if (folder !== null && (await host.list(start)) === null)
    return failed(diagnostic("workspace-missing", null, { folder: start }));
  for (let root = start; ; root = dirname(root)) {
    const names = (await host.list(root)) ?? [];
    if (names.includes("data") && (await isWorkspace(host, root, names)))
      return outcome(await workspaceAt(host, root), []);
    if (dirname(root) === root) return failed(diagnostic("workspace-missing", null, { folder: start }));
  }
}

/** The workspace of a folder that is known to be one. A folder `schemas/` or `templates/` that is not there is the shipped one. */
export async function workspaceAt(
  host: Host,
  root: string,
  memory: Memory | null = null,
): Promise<Workspace> {
  const names = (await host.list(root)) ?? [];
  const own = (name: string): string => join(names.includes(name) ? root : host.shipped, name);
  const folders = { root, schemas: own("schemas"), templates: own("templates"), memory };
  const config = names.includes(".report.yaml") ? await configOf(host, folders) : null;
  const chosen = config && templateNode(config);
  return {
    ...folders,
    textLimit: config ? textLimit(config) : usualTextBytes,
    wordTemplate: chosen && chosenTemplate(host, root, root, chosen.text, chosen.span),
  };
}

/** A Word template by a path from a folder; one that is shipped goes by the same name. */
export function chosenTemplate(
  { shipped }: Host,
  root: string,
  folder: string,
  name: string,
  span: Span | null = null,
): ChosenTemplate {
  const relative = [resolve(folder, name), resolve(root, name), join(shipped, name)];
  const places = isAbsolute(name) ? [name] : relative;
  const isInside = (path: string): boolean =>
    [root, join(shipped, "templates")].some((each) => path.startsWith(join(each, sep)));
  return { paths: places.filter(isInside), name, span };
}

/** With another Word template, which a person named from the current folder. */
export function withTemplate(host: Host, workspace: Workspace, name: string): Workspace {
  return { ...workspace, wordTemplate: chosenTemplate(host, workspace.root, host.cwd, name) };
}

/** The configuration is read before all else; what is wrong with it is told when its rules are read. */
async function configOf(
  host: Host,
  folders: Omit<Workspace, "textLimit" | "wordTemplate">,
): Promise<YamlSource | null> {
  const file = await readConfigFile(host, { ...folders, textLimit: usualTextBytes, wordTemplate: null });
  return andThen(file, parseYaml).value;
}

async function isWorkspace(host: Host, root: string, names: readonly string[]): Promise<boolean> {
  const data = await host.list(join(root, "data"));
  return (
    data !== null &&
    (names.includes("schemas") || names.includes("templates") || data.some((name) => yearFile.test(name)))
  );
}

/** 2022.yaml.txt, 2022.yml, 2022年.YAML: names that Windows and people give a year's file, and that nothing reads. */
const misnamed = /^((?:19|20|21)\d\d)(?:年度?)?(?:数据)?(?:\.(?:yaml|yml|txt))*$/;

export interface MisnamedFile {
  readonly year: number;
  readonly name: string;
}

/** What in `data/` seems to be meant as a year's file, and is called otherwise. */
export async function misnamedFiles(host: Host, { root }: Workspace): Promise<readonly MisnamedFile[]> {
  const names = (await host.list(join(root, "data"))) ?? [];
  return names.flatMap((name) => {
    const plain = name.normalize("NFKC").replace(/\s/g, "").toLowerCase();
    const year = yearFile.test(name) ? undefined : misnamed.exec(plain)?.[1];
    return year === undefined ? [] : [{ year: Number(year), name }];
  });
}

/** The years with a data file, in order. */
export async function listYears(host: Host, { root }: Workspace): Promise<readonly number[]> {
  const names = (await host.list(join(root, "data"))) ?? [];
  return names.flatMap((name) => yearFile.exec(name)?.[1] ?? []).map(Number);
}
