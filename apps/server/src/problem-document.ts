import { issueSchema, type Language, type ProblemData } from '@jacquard/flow';
import { problemMessage } from '@jacquard/messages';
import type { ProblemDocument } from '@jacquard/protocol';
import { z } from 'zod';
import { problemStatus } from './problem-status.ts';

/** The RFC 9457 document of a problem, its sentences in the reader's language. Issues of a flow stand beside the params. */
export function problemDocument(problem: ProblemData, language: Language): ProblemDocument {
  const { title, detail, hint } = problemMessage(problem, language);
  const issues = z.array(issueSchema).safeParse(problem.params.issues);
  const params = Object.fromEntries(Object.entries(problem.params).filter(([name]) => name !== 'issues'));
  return {
    type: `urn:jacquard:problem:${problem.code}`,
    title,
    status: problemStatus(problem),
    detail: hint === undefined ? detail : `${detail} ${hint}`,
    code: problem.code,
    params,
    ...(problem.node !== undefined && { node: problem.node }),
    ...(issues.success && { issues: issues.data }),
  };
}
