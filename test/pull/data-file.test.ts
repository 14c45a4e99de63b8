import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFrom, built, data, dataIn, pull, withData } from "../support/pulled-report.ts";
import { amounts, editFigures, editTexts, placesOf, shownAs, texts } from "../support/report-edits.ts";
import { WordEdits } from "../support/word-edits.ts";

/** `FUZZ=100 npx vitest …` looks a hundred times as long. */
const longer = Number(process.env.FUZZ ?? 1);

describe("data that was edited while the Word file was", () => {
  const written: Readonly<Record<string, string>> = {
    "safety.premises": "480余",
    "safety.patrols": "180",
    "safety.hazardsFound": "近1200",
    "demolition.illegal": "3000余",
    "demolition.enclosed": "4400余",
  };
  const known = amounts.map((all) => new Map([...all].filter(([id]) => written[id] !== undefined)));

  it("keeps its own amounts; where both were changed, nothing is written and both are shown", async () => {
    await fc.assert(
      fc.asyncProperty(known, known, async (inWord, inData) => {
        const edits = new WordEdits(built.docx, false);
        editFigures(edits, inWord);
        const text = [...inData].reduce((all, [id, amount]) => {
          const key = id.split(".").at(-1);
          return all.replace(
            new RegExp(`(${key}: "?)${written[id]}`),
            (_all, before: string) => before + amount,
          );
        }, data);
        const { host } = await pull(edits.bytes(), ["--apply"], { ...built, files: withData(text) });
        const again = await buildFrom(withData(dataIn(host)));
        for (const [id, before] of Object.entries(written)) {
          const [word, today] = [inWord.get(id) ?? before, inData.get(id) ?? before];
          const wanted = today === before ? word : today;
          const shown = placesOf(id, again.report).map((each) => each.shown);
          expect(shown, `${host.out.stdout}${dataIn(host)}`).toEqual(
            placesOf(id).map((each) => shownAs(wanted, each.shown, id)),
          );
          if (word !== before && today !== before && word !== today)
            expect(host.out.stdout).toContain(
              `the data was changed since as well, to ${shownAs(today, placesOf(id)[0]?.shown ?? "", id)}`,
            );
        }
      }),
      { numRuns: 8 * longer },
    );
  });
});

describe("the data file as it is written", () => {
  it.each(["\r\n", "\n"])("keeps its quotes, its mark of order and its line ends: %j", async (lineEnd) => {
    const text = `\ufeff${data.replaceAll("\n", lineEnd)}`;
    const edits = new WordEdits(built.docx, false);
    const [own] = texts.slice(-1);
    if (!own) throw new Error("no text");
    editTexts(edits, [{ own, edits: [{ start: 8, end: 10, words: "走进" }] }], new Map());
    const amounts = { "safety.patrols": "190", "safety.hazardsFound": "近1300" };
    editFigures(edits, new Map(Object.entries(amounts)));
    const { host } = await pull(edits.bytes(), ["--apply"], { ...built, files: withData(text) });
    expect(dataIn(host)).toBe(
      text
        .replace("patrols: 180 ", "patrols: 190 ")
        .replace('"近1200"', '"近1300"')
        .replace("深入社区走访", "深走进区走访"),
    );
  });
});
