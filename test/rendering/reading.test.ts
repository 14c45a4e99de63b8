import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { type PlainParagraph, type ReadReport, viewOf } from "../../src/reading/read-report.ts";
import { baseFiles } from "../support/case.ts";
import { memoryHost } from "../support/memory-host.ts";
import { read } from "../support/read-word.ts";
import { editWithLibreOffice, type OfficeEdit } from "./office/libreoffice.ts";

const edits: readonly OfficeEdit[] = [
  { kind: "replace", find: "近1200项", words: "近1300项" },
  { kind: "insert", find: "超过7400", words: "8" },
  { kind: "delete", find: "3000余平方米" },
  { kind: "insert", find: "超过660次", words: "以上" },
  { kind: "delete-paragraph", find: "一是提高认识" },
  { kind: "split", find: "完善考核，" },
  { kind: "replace", find: "480余", words: "490余" },
  { kind: "bold", find: "4400" },
];

/** The lines of the report, figures between brackets with their bookmarks where they are named. */
function lines(report: ReadReport, view: "final" | "original"): readonly string[] {
  const shown = ({ inlines }: PlainParagraph): string =>
    inlines.map((each) => (each.kind === "text" ? each.text : `⟦${each.shown}⟧`)).join("");
  return viewOf(report, view)
    .filter(({ place }) => place.story === "body")
    .map(shown)
    .filter((line) => line !== "");
}

function bookmarks(report: ReadReport): readonly string[] {
  return [
    ...new Set(report.paragraphs.flatMap(({ runs }) => runs.flatMap(({ figure }) => figure?.bookmark ?? []))),
  ];
}

const host = memoryHost({ files: baseFiles() });
const done = await main(["build", "2022"], host);
const docx = host.files.get(`/work/${host.out.stdout.split("\n", 1)[0]}`) ?? new Uint8Array();
const built = read(docx);

describe("a report that LibreOffice has saved", () => {
  it("is read as it was built", () => {
    expect(done).toBe(0);
    const saved = read(editWithLibreOffice(docx, [], { tracked: false }));
    expect(lines(saved, "final")).toEqual(lines(built, "final"));
    expect(bookmarks(saved)).toEqual(bookmarks(built));
    expect(saved.record).toEqual(built.record);
    expect(saved.isTracked).toBe(false);
  });

  it.each([false, true])("is read as it was edited, tracked: %s", (tracked) => {
    const edited = read(editWithLibreOffice(docx, edits, { tracked }));
    const expected = lines(built, "final").flatMap((line) => {
      if (line.startsWith("一是")) return [];
      if (line.startsWith("二是")) return line.split(/(?<=完善考核，)/);
      return (
        line
          .replace("⟦近1200项⟧", "⟦近1300项⟧")
          .replace("⟦超过7400平方米⟧", "⟦超过74008平方米⟧")
          .replace("⟦3000余平方米⟧", tracked ? "" : "⟦⟧")
          // Typed at its end, it belongs to the figure.
          .replace("⟦超过660次⟧", "⟦超过660次以上⟧")
          .replace("⟦480余⟧", "⟦490余⟧")
      );
    });
    expect(lines(edited, "final")).toEqual(expected);
    expect(edited.isTracked).toBe(tracked);
    if (tracked) expect(lines(edited, "original")).toEqual(lines(built, "final"));
    expect(edited.record).toEqual(built.record);
  });

  it("has the comments that were made in it", () => {
    const [comment] = read(
      editWithLibreOffice(docx, [{ kind: "comment", find: "整改率", words: "请核实" }], { tracked: false }),
    ).comments;
    expect(comment).toMatchObject({ text: "请核实", author: "王五", isResolved: false });
  });
});
