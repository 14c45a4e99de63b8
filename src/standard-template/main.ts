import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { partsOf, standardTemplate } from "./standard-template.ts";

/** `npm run templates` writes the standard template; with --check it only says whether the file is up to date. */
const path = join(__dirname, "..", "templates", "standard.docx");

/** The bytes of a zip depend on the version of zlib: what counts is what is in it. */
function sameParts(a: Uint8Array, b: Uint8Array): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  return (
    left.size === right.size &&
    [...left].every(([name, data]) => Buffer.compare(data, right.get(name) ?? Buffer.alloc(0)) === 0)
  );
}

async function main(): Promise<number> {
  const made = await standardTemplate();
  if (!process.argv.includes("--check")) {
    writeFileSync(path, made);
    return 0;
  }
  const same = sameParts(made, readFileSync(path));
  process.stdout.write(
    same
      ? "templates/standard.docx is up to date\n"
      : "templates/standard.docx is out of date: run npm run templates\n",
  );
  return same ? 0 : 1;
}

main().then((code) => {
  process.exitCode = code;
});
