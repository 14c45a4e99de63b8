// What is used of the peers, since `npm ci` of the project does not install them.

declare module "docxtemplater" {
  import type PizZip from "pizzip";
  export default class Docxtemplater {
    constructor(zip: PizZip, options: { readonly paragraphLoop: boolean; readonly linebreaks: boolean });
    render(data: object): void;
    toBuffer(): Buffer;
  }
}

declare module "pizzip" {
  export default class PizZip {
    constructor(bytes: Uint8Array);
  }
}

declare module "easy-template-x" {
  export class TemplateHandler {
    process(template: Buffer, data: object): Promise<Buffer>;
  }
}

declare module "docx-templates" {
  export function createReport(options: {
    readonly template: Buffer;
    readonly data: object;
    readonly noSandbox?: boolean;
  }): Promise<Uint8Array>;
}

declare module "carbone" {
  interface Carbone {
    render(template: string, data: object, done: (error: Error | null, result: Buffer) => void): void;
  }
  const carbone: Carbone;
  export default carbone;
}
