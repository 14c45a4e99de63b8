import { didYouMean, type Words } from "./words.ts";

/** What goes wrong when years or states are put side by side. */
export interface DiffFacts {
  "git-missing": { readonly folder: string };
  "git-no-repository": { readonly folder: string };
  "git-revision-unknown": { readonly revision: string };
  "diff-year-missing": { readonly path: string };
  "diff-one-year": { readonly years: readonly number[] };
  "diff-only-unknown": { readonly name: string; readonly suggestion: string | null };
}

export const diffWords: Words<DiffFacts> = {
  "git-missing": {
    severity: "error",
    zh: () => "要看以前的版本，这台机器上须装有 git",
    en: () => "git must be installed to look at an earlier revision",
  },
  "git-no-repository": {
    severity: "error",
    zh: ({ folder }) => `${folder} 不在 git 仓库里，没有以前的版本`,
    en: ({ folder }) => `${folder} is in no git repository, so there is no earlier revision`,
  },
  "git-revision-unknown": {
    severity: "error",
    zh: ({ revision }) => `仓库里没有版本“${revision}”`,
    en: ({ revision }) => `the repository has no revision "${revision}"`,
    hint: {
      zh: () => "可以写 HEAD~1（上一次提交）、标签或提交号；git log --oneline 列出各次提交。",
      en: () => "Write HEAD~1 (the commit before), a tag or a commit; git log --oneline lists the commits.",
    },
  },
  "diff-year-missing": {
    severity: "error",
    zh: ({ path }) => `${path} 没有写 year（年度）`,
    en: ({ path }) => `${path} gives no year`,
  },
  "diff-one-year": {
    severity: "error",
    zh: ({ years }) => `要两个年度才能对比，这里只有 ${years.join("、")}`,
    en: ({ years }) => `two years are needed to compare, there is only ${years.join(", ")}`,
    hint: {
      zh: () => "写两个年份，或用 --since 与以前的版本对比。",
      en: () => "Name two years, or compare with an earlier revision by --since.",
    },
  },
  "diff-only-unknown": {
    severity: "error",
    zh: ({ name }) => `没有“${name}”这组或这项指标`,
    en: ({ name }) => `there is no group and no indicator "${name}"`,
    hint: {
      zh: ({ suggestion }) => didYouMean.zh(suggestion),
      en: ({ suggestion }) => didYouMean.en(suggestion),
    },
  },
};
