import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { writeNotices } from "./notices.js";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  define: { "import.meta.dirname": "__dirname" },
  logLevel: "warning",
};

for (const name of ["report.cjs", "program.cjs", "compiled", "NOTICES.txt"])
  rmSync(join(dist, name), { recursive: true, force: true });
const { metafile } = await build({
  ...common,
  entryPoints: ["bin/report.ts", "bin/program.ts"],
  outdir: "dist",
  legalComments: "none", // NOTICES.txt has the licences whole.
  // Names stay, so that what is told of a fault of ours can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 160,
  metafile: true,
});
writeNotices(metafile, root, join(dist, "NOTICES.txt"));

await build({ ...common, entryPoints: ["bin/compile-shipped.ts"], outdir: "dist/build" });
const { compileShipped } = createRequire(import.meta.url)(join(dist, "build/compile-shipped.cjs"));
await compileShipped(root, join(dist, "compiled"));
rmSync(join(dist, "build"), { recursive: true });
