/**
 * GB/T 9704-2012 in the units of WordprocessingML: lengths in twips (1/20 pt, 56.7 to a millimetre),
 * font sizes in half-points. Every number of the standard look stands here and nowhere else.
 */

/** §5.1: A4, 210 × 297 mm. */
export const page = { width: 11906, height: 16838 } as const;

/** §5.2.1: 37 mm above and 28 mm to the left of a type area of 156 × 225 mm. */
export const margins = { top: 2098, right: 1474, bottom: 1984, left: 1588 } as const;

/** The width of the type area, and of a table. */
export const textWidth: number = page.width - margins.left - margins.right;

/** §5.2.3: 22 lines a page. 580 would be 21. */
export const linePitch = 579;

/**
 * §5.2.3: 28 characters a line: 16 pt less 6/20 pt is 15.7 pt. −4 would be 27; −5 leaves a line 1 pt of room, which
 * LibreOffice's rounding at content controls uses up, so that lines with figures lose a character.
 */
export const characterSpacing = -6;
export const charactersALine = 28;

/** The width of so many characters of the body, for indents. */
export function characters(count: number): number {
  return Math.round((count * textWidth) / charactersALine);
}

/** 号 in half-points. */
export const size = { erHao: 44, sanHao: 32, siHao: 28, xiaoSi: 24 } as const;

/**
 * The names by which Chinese machines know the fonts of government documents (§5.2.2, §7.3, §7.5).
 * `others` are names of the same letters elsewhere; Word looks them up when the first is absent.
 */
export const fonts = {
  fangSong: {
    name: "仿宋_GB2312",
    others: "仿宋,FangSong,FangSong_GB2312",
    pitch: "fixed",
    family: "modern",
  },
  kai: { name: "楷体_GB2312", others: "楷体,KaiTi,KaiTi_GB2312", pitch: "fixed", family: "modern" },
  hei: { name: "黑体", others: "SimHei", pitch: "fixed", family: "modern" },
  xiaoBiaoSong: {
    name: "方正小标宋简体",
    others: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,宋体",
    pitch: "variable",
    family: "auto",
  },
  song: { name: "宋体", others: "SimSun", pitch: "variable", family: "auto" },
} as const;

/** §7.5: the dash 7 mm below the type area; the footer's one line is 4号 with nothing to spare. */
export const footer = { distance: 1446, line: 280 } as const;

/** Where Word puts a header that the standard does not have. */
export const headerDistance = 851;

/** §7.3.5.1: the seal's top lies within one line of the text, the office below its middle. */
export const linesForSeal = 2;

/** §7.3.5.1: the date ends four characters before the right edge. */
export const dateFromRight = 4;

/** Tables are the standard's only in width (§8); text of 小四 keeps a long one compact. */
export const table = { line: 320, cellSide: 57, cellEnd: 20, border: 4 } as const;

/**
 * §7.2.4 to §7.2.7. Of the office's name the size is the office's choice: that of a short name fills three quarters of
 * a line, longer names are set narrower, then smaller, as long as they fit. `narrow` is in percent.
 */
export const redHead = {
  color: "FF0000",
  /** 35 mm below the type area's upper edge. */
  markFromTop: 1984,
  mark: { size: 86, line: 860 },
  narrow: { size: 86, line: 860, width: 66 },
  small: { size: 66, line: 660, width: 66 },
  blankLinesBeforeNumber: 2,
  /** 4 mm. */
  lineFromNumber: 227,
  /** In eighths of a point. */
  line: 12,
  blankLinesBeforeTitle: 2,
} as const;

/** §7.4.1: 0.35 mm and 0.25 mm, in eighths of a point; all is 四号, one character in on both sides. */
export const imprint = { thick: 8, thin: 6, line: 420 } as const;
