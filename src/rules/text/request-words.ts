import { diagnostic } from "../../diagnostic/diagnostic.ts";
import { eachMatch, type TextRule } from "../text-rule.ts";

const request =
  /(?:妥否|当否|可否|是否妥当)，(?:敬?请|恳请)(?:予以?)?(?:批示|批复|批准|审批)|(?<![报提申呈邀])请(?:予以?|领导|上级)?(?:批示|批复|批准|审批)(?=[。！；，]|$)/g;

/** A 报告 asks for nothing: requests go into a 请示 (党政机关公文处理工作条例 §15). */
export const requestWords: TextRule = ({ own }) =>
  eachMatch(own, request, (found) => (span) => diagnostic("request-words", span, { found }));
