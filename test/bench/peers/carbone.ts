import carbone from "carbone";
import { job } from "./job.ts";

void job(
  (template, report) =>
    new Promise((done, fail) => {
      carbone.render(template.path, report, (error, result) => (error ? fail(error) : done(result)));
    }),
);
