declare module "handlebars/dist/cjs/handlebars/compiler/base.js" {
  export function parse(input: string): unknown;
}
