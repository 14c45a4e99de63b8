import type { PackageFault } from "../package/unzip.ts";
import type { XmlFault } from "../package/xml.ts";

/** Why a Word template cannot be filled. */
export type TemplateFault =
  | { readonly kind: "not-a-package"; readonly detail: PackageFault }
  | { readonly kind: "no-body" }
  | { readonly kind: "two-bodies" }
  | { readonly kind: "text-beside-body" }
  | { readonly kind: "part-missing"; readonly part: string }
  | { readonly kind: "other"; readonly detail: OtherFault };

export type OtherFault =
  | XmlFault
  | "not-utf-8"
  /** A .doc, or a file with a password. */
  | "old-format"
  /** Macros, or no Word document at all. */
  | "not-a-document"
  /** Strict OOXML, or a prefix other than w:. */
  | "not-transitional"
  /** {{body}} in a table, a text box or a content control. */
  | "body-not-top-level"
  /** A tag other than {{body}}, which nobody would fill. */
  | "unknown-tag"
  /** More text in paragraphs with tags than any template has. */
  | "too-many-tags"
  | "macros"
  /** ActiveX controls and OLE objects, which run programs. */
  | "active-content"
  /** Foreign text that is taken in when the file is opened. */
  | "alt-chunk"
  /** Something that is fetched from elsewhere when the file is opened. */
  | "external-content"
  /** The document holds a character that XML cannot. */
  | "forbidden-character";

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: TemplateFault };

export function refused(detail: OtherFault): { readonly ok: false; readonly reason: TemplateFault } {
  return { ok: false, reason: { kind: "other", detail } };
}
