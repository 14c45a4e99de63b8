import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the project, also when this is bundled. */
export const root: string = packageFolder(import.meta.dirname);

function packageFolder(from: string): string {
  return existsSync(join(from, "package.json")) ? from : packageFolder(dirname(from));
}
