import type { CaseResult } from '@jacquard/protocol';
import { expect, test } from 'vitest';
import { junitReport } from './junit-report.ts';

const result = (part: Partial<CaseResult>): CaseResult => ({
  case: 'Case',
  status: 'passed',
  models: 'recorded',
  at: 0,
  duration: 1500,
  assertions: [],
  ...part,
});

const words = { failures: ({ case: name }: CaseResult) => [`${name} is red`], issue: () => 'wrong' };

test('names and texts hold anything, and the report stays XML', () => {
  const name = `<a href="x">&'\u0000\u001B[31m\n\uD800]]>`;
  const xml = junitReport(
    [{ path: 'x.flow-test.json', flowId: 'x', issues: [], results: [result({ case: name, status: 'failed' })] }],
    words,
  );
  const escaped = "&lt;a href=&quot;x&quot;&gt;&amp;'\uFFFD\uFFFD[31m&#10;\uFFFD]]&gt;";
  expect(xml).toContain(`name="${escaped}"`);
  // oxlint-disable-next-line no-control-regex -- what must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\u000B-\u001F]/u);
});

test('what failed, what could not be run and how long it took is counted as build servers read it', () => {
  const xml = junitReport(
    [
      {
        path: 'a.flow-test.json',
        flowId: 'a',
        issues: [],
        results: [result({}), result({ case: 'Red', status: 'failed' }), result({ case: 'Broken', status: 'error' })],
      },
      { path: 'b.flow-test.json', flowId: 'b', issues: [{ code: 'test-not-json', params: {} }], results: [] },
    ],
    words,
  );
  expect(xml).toContain('<testsuites name="jacquard test" tests="4" failures="1" errors="2" time="4.500">');
  expect(xml).toContain('<testcase classname="a" name="Case" file="a.flow-test.json" time="1.500"/>');
  expect(xml).toContain('<failure message="Red is red" type="failed">Red is red</failure>');
  expect(xml).toContain('<error message="Broken is red" type="error">Broken is red</error>');
  expect(xml).toContain('<error message="wrong" type="test-not-json">wrong</error>');
});
