const digits = "零一二三四五六七八九";
const places = ["", "十", "百", "千"];

/** 1 to 9999, for headings and ordinals: 一, 十, 十一, 一百零五. */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 9999) throw new RangeError(`no Chinese number for ${n}`);
  const written = [...String(n)].map(Number);
  const spoken = written.map((digit, index) =>
    digit === 0 ? "零" : digits[digit] + placeOf(written, index),
  );
  const text = spoken.join("").replace(/零+/g, "零").replace(/零$/, "");
  return text.replace(/^一十/, "十");
}

function placeOf(written: readonly number[], index: number): string {
  return places[written.length - 1 - index] ?? "";
}
