import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { letterheadTemplate, partsOf, standardTemplate } from "./standard-template.ts";

/** `npm run templates` writes the templates in Word; with --check it only says whether the files are up to date. */
const templates = { "standard.docx": standardTemplate, "letterhead.docx": letterheadTemplate } as const;

/** The bytes of a zip depend on the version of zlib: what counts is what is in it. */
function sameParts(a: Uint8Array, b: Uint8Array): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  return (
    left.size === right.size &&
    [...left].every(([name, data]) => Buffer.compare(data, right.get(name) ?? Buffer.alloc(0)) === 0)
  );
}

async function main(): Promise<number> {
  let code = 0;
  for (const [name, make] of Object.entries(templates)) {
    const path = join(__dirname, "..", "templates", name);
    const made = await make();
    if (!process.argv.includes("--check")) {
      writeFileSync(path, made);
      continue;
    }
    const same = sameParts(made, readFileSync(path));
    process.stdout.write(
      same
        ? `templates/${name} is up to date\n`
        : `templates/${name} is out of date: run npm run templates\n`,
    );
    if (!same) code = 1;
  }
  return code;
}

main().then((code) => {
  process.exitCode = code;
});
