import { plainText } from "../reading/plain-text.ts";
import { type Context, report } from "./context.ts";
import { readWordFile } from "./read-word.ts";

/** `report text <file>`: the words of a Word file, for `git diff` and for whoever has no Word. */
export async function text(context: Context, name: string): Promise<number> {
  const { value: file, diagnostics } = await readWordFile(context.host, name);
  report(context, null, diagnostics);
  if (!file) return 1;
  context.host.stdout(plainText(file));
  return 0;
}
