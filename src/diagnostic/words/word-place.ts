import type { WordPlace } from "../../source/source-file.ts";
import type { Lang } from "./words.ts";

const storyZh = { body: "正文", header: "页眉", footer: "页脚", footnote: "脚注", endnote: "尾注" } as const;
const storyEn = {
  body: "body",
  header: "header",
  footer: "footer",
  footnote: "footnote",
  endnote: "endnote",
} as const;

function headingZh({ headings }: WordPlace): readonly string[] {
  return headings.length === 0 ? [] : [`“${headings.map(short).join("”→“")}”之下`];
}

function headingEn({ headings }: WordPlace): readonly string[] {
  return headings.length === 0 ? [] : [`under ${headings.map((each) => `"${short(each)}"`).join(" → ")}`];
}

function short(heading: string): string {
  const letters = [...heading];
  return letters.length > 24 ? `${letters.slice(0, 24).join("")}…` : heading;
}

/** Where a paragraph is found in Word: 正文，“一、…”之下，表格第 2 行. */
export const wordPlaceWords: Readonly<Record<Lang, (place: WordPlace) => string>> = {
  zh: (place) =>
    [
      storyZh[place.story],
      ...headingZh(place),
      ...(place.row === null ? [] : [`表格第 ${place.row} 行`]),
      ...(place.inBox ? ["文本框"] : []),
    ].join("，"),
  en: (place) =>
    [
      storyEn[place.story],
      ...headingEn(place),
      ...(place.row === null ? [] : [`row ${place.row} of a table`]),
      ...(place.inBox ? ["text box"] : []),
    ].join(", "),
};
