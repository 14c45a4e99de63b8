import { TemplateHandler } from "easy-template-x";
import { job } from "./job.ts";

void job((template, report) => new TemplateHandler().process(template.bytes, report));
