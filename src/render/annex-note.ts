/** §7.3.4: 附件：名称, or 附件：1. 名称 and the further ones below it; a paragraph a line. */
export function annexNoteLines(titles: readonly string[]): readonly string[] {
  return titles.map((title, index) => {
    const numbered = titles.length > 1 ? `${index + 1}. ${title}` : title;
    return index === 0 ? `附件：${numbered}` : numbered;
  });
}
