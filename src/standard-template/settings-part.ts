import { escapeAttribute, xmlHead } from "../package/xml-text.ts";
import { fonts } from "../word/gbt9704.ts";

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const compatibility = [
  ["compatibilityMode", "15"],
  ["overrideTableStyleFontSizeAndJustification", "1"],
  ["enableOpenTypeFeatures", "1"],
  ["doNotFlipMirrorIndents", "1"],
  ["differentiateMultirowTableHeaders", "1"],
] as const;

/** In the order of the schema (ECMA-376 part 1 §17.15.1.78). No useFELayout: it changes the line height. */
export function settingsPart(): string {
  const compat = compatibility.map(
    ([name, value]) =>
      `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
  );
  return (
    `${xmlHead}<w:settings ${namespace}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>` +
    `<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>${compat.join("")}</w:compat>` +
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  );
}

/** Under what other names a machine may have the fonts (ECMA-376 part 1 §17.8.3.1); charset 86 is GB 2312. */
export function fontsPart(): string {
  const each = Object.values(fonts).map(
    ({ name, others, pitch, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${escapeAttribute(others)}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  );
  return `${xmlHead}<w:fonts ${namespace}>${each.join("")}</w:fonts>`;
}
