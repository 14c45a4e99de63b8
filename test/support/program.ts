import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** The bundled program. */
export const program: string = join(root, "dist", "report.cjs");

/** `npm test` builds the program before; run by hand, it is built where it is older than its sources. */
export function buildProgram(): void {
  const sources = ["bin", "src"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      join(root, folder, name),
    ),
  );
  const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs));
  if (existsSync(program) && statSync(program).mtimeMs > newest) return;
  const shell = process.platform === "win32";
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, shell, stdio: "ignore" });
}
