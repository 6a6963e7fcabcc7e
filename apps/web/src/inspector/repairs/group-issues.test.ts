import type { Issue } from '@jacquard/flow';
import { expect, test } from 'vitest';
import { groupIssues } from './group-issues.ts';

const issue = (code: string, severity: Issue['severity'], node?: string): Issue => ({
  code,
  severity,
  params: {},
  ...(node !== undefined && { node }),
});

test('issues stand by node, errors before warnings, else in the order of the file', () => {
  const groups = groupIssues([
    issue('w1', 'warning', 'a'),
    issue('w2', 'warning', 'b'),
    issue('e1', 'error', 'b'),
    issue('e2', 'error'),
    issue('e3', 'error', 'b'),
  ]);
  expect(groups.map(({ node, issues }) => [node, ...issues.map(({ code }) => code)])).toEqual([
    ['b', 'e1', 'e3', 'w2'],
    [undefined, 'e2'],
    ['a', 'w1'],
  ]);
});
