import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, root } from "../tools.ts";

/** What a person does: finds the first place of some words, and does something with it. */
export interface OfficeEdit {
  readonly kind: "replace" | "insert" | "delete" | "delete-paragraph" | "split" | "bold" | "comment";
  readonly find: string;
  readonly words?: string;
}

/**
 * A Word file as LibreOffice saves it after these edits; without any, as it saves what it opened. Tracked changes bear
 * the name that LibreOffice gives them, comments that of 王五, both the time at which they are made.
 */
export function editWithLibreOffice(
  docx: Uint8Array,
  edits: readonly OfficeEdit[],
  { tracked }: { readonly tracked: boolean },
): Uint8Array {
  const work = folder();
  const [input, saved, job] = [join(work, "in.docx"), join(work, "out.docx"), join(work, "job")];
  writeFileSync(input, docx);
  const steps = edits.map(({ kind, find, words }) => [kind, find, words ?? ""].join("\t"));
  writeFileSync(job, [input, saved, tracked ? "tracked" : "plain", ...steps].join("\n"));
  soffice(`macro:///Standard.Edits.Run("${job}")`);
  const log = existsSync(`${job}.log`) ? readFileSync(`${job}.log`, "utf8") : "no macro was run";
  if (log !== "done" || !existsSync(saved)) throw new Error(`LibreOffice: ${log}`);
  return readFileSync(saved);
}

let profile: string | null = null;

/** Started once for the profile: the first start puts LibreOffice's own, empty macros there. */
function soffice(argument: string): void {
  if (profile === null) {
    profile = join(folder(), "profile");
    start("--terminate_after_init");
    addMacros(join(profile, "user", "basic", "Standard"));
  }
  start(argument);
}

function start(argument: string): void {
  const options = ["--headless", "--norestore", "--nolockcheck", "--nofirststartwizard"];
  const env = { ...process.env, FONTCONFIG_FILE: join(root, ".ci", "fonts.conf"), LC_ALL: "C.UTF-8" };
  spawnSync("soffice", [`-env:UserInstallation=file://${profile}`, ...options, argument], {
    env,
    timeout: 60_000,
    stdio: "ignore",
  });
}

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const library = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"';

function addMacros(standard: string): void {
  mkdirSync(standard, { recursive: true });
  const source = readFileSync(join(import.meta.dirname, "edits.bas"), "utf8");
  const escaped = source.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  writeFileSync(
    join(standard, "script.xlb"),
    `${head}<library:library ${library} library:readonly="false" library:passwordprotected="false">` +
      '<library:element library:name="Edits"/></library:library>',
  );
  writeFileSync(
    join(standard, "Edits.xba"),
    `${head}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" ` +
      `script:language="StarBasic">${escaped}</script:module>`,
  );
}
