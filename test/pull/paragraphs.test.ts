import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractText } from "../support/docx-text.ts";
import { buildFrom, built, dataIn, pull, texts, withData } from "../support/pulled-report.ts";
import { WordEdits } from "../support/word-edits.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

describe("paragraphs that were parted, joined, added and taken out", () => {
  const lines = [1, 2, 3];
  const body = '<w:p><w:pPr><w:pStyle w:val="ReportBody"/></w:pPr>';
  const open = `${body}<w:r><w:t xml:space="preserve">`;
  const close = "</w:t></w:r></w:p>";
  const paragraphOf = (edits: WordEdits, line: number): string => {
    const [paragraph] = edits.matches(
      new RegExp(`<w:p>(?:(?!</w:p>).)*${texts.find((each) => each.paragraph === line)?.run}.*?</w:p>`),
    );
    if (paragraph === undefined) throw new Error(`no paragraph ${line}`);
    return paragraph;
  };
  /** Where a reader would part a paragraph: behind a comma of the data. */
  const comma = /^(.*?，)(.+)$/s;
  const steps: Readonly<Record<string, (edits: WordEdits, line: number) => void>> = {
    kept: () => undefined,
    removed: (edits, line) => edits.replace(paragraphOf(edits, line), ""),
    added: (edits, line) => {
      const own = paragraphOf(edits, line);
      edits.replace(own, `${own}${open}新增第${"一二三"[line - 1]}段内容。${close}`);
    },
    parted: (edits, line) => {
      const own = paragraphOf(edits, line);
      const [, left = "", right = ""] = comma.exec(own) ?? [];
      edits.replace(own, `${left}${close}${open}${right}`);
    },
  };

  const plans = fc
    .tuple(...lines.map(() => fc.constantFrom(...Object.keys(steps))))
    .filter((plan) => plan.some((step) => step !== "kept") && plan.includes("kept"));

  it("are lines of the text again", async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const edits = new WordEdits(built.docx, false);
        for (const [index, step] of plan.entries()) steps[step]?.(edits, index + 1);
        const wanted = linesBefore(edits.bytes());
        const { host } = await pull(edits.bytes(), ["--apply"]);
        const again = await buildFrom(withData(dataIn(host)));
        expect(linesBefore(again.docx), `${host.out.stdout}${host.out.stderr}${dataIn(host)}`).toEqual(
          wanted,
        );
      }),
      { numRuns: 10 * longer },
    );
  });

  /** The paragraphs before the first heading. */
  function linesBefore(docx: Uint8Array): readonly string[] {
    const all = extractText(docx).split("\n");
    return all.slice(1, all.indexOf("一、2022年主要工作"));
  }
});
