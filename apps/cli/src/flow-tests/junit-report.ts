import type { CaseResult } from '@jacquard/protocol';
import type { TestedFile } from './tested-file.ts';

/** What build servers show of a failure: the first line, and the rest below. */
interface Failure {
  readonly kind: 'failure' | 'error';
  readonly type: string;
  readonly lines: readonly string[];
}

/** How failures and issues are put into words. */
export interface ReportWords {
  failures(result: CaseResult): readonly string[];
  issue(issue: TestedFile['issues'][number]): string;
}

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite a file, a case each, times in seconds, `failure` for what isn't as expected, `error`
 * for what couldn't be run. Names and texts may hold anything: what XML can't hold is replaced.
 */
export function junitReport(files: readonly TestedFile[], words: ReportWords): string {
  const suites = files.map((file) => suiteOf(file, words));
  const sum = (pick: (suite: Suite) => number): number => suites.reduce((total, suite) => total + pick(suite), 0);
  const totals = {
    name: 'jacquard test',
    tests: sum(({ tests }) => tests),
    failures: sum(({ failures }) => failures),
    errors: sum(({ errors }) => errors),
    time: seconds(sum(({ time }) => time)),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes(totals)}>`,
    ...suites.map(({ text }) => text),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  /** Milliseconds. */
  readonly time: number;
  readonly text: string;
}

function suiteOf({ path, flowId, results, issues }: TestedFile, words: ReportWords): Suite {
  const cases = results.map((result) => caseOf(path, flowId, result, words));
  const failures = results.filter(({ status }) => status === 'failed').length;
  const broken = issues.map((issue): string =>
    caseText(
      { classname: flowId, name: issue.code, file: path, time: '0' },
      { kind: 'error', type: issue.code, lines: [words.issue(issue)] },
    ),
  );
  const errors = results.filter(({ status }) => status === 'error').length + broken.length;
  const tests = results.length + broken.length;
  const time = results.reduce((total, { duration }) => total + duration, 0);
  const first = results.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const timestamp = Number.isFinite(first) ? new Date(first).toISOString().slice(0, 19) : undefined;
  const head = attributes({ name: path, tests, failures, errors, skipped: 0, time: seconds(time), timestamp });
  return {
    tests,
    failures,
    errors,
    time,
    text: [`  <testsuite${head}>`, ...cases, ...broken, '  </testsuite>'].join('\n'),
  };
}

function caseOf(path: string, flowId: string, result: CaseResult, words: ReportWords): string {
  const about = { classname: flowId, name: result.case, file: path, time: seconds(result.duration) };
  if (result.status === 'passed') return `    <testcase${attributes(about)}/>`;
  const failed = result.assertions.find(({ status }) => status === 'failed');
  const type = result.error?.code ?? failed?.problem?.code ?? result.status;
  const kind = result.status === 'error' ? 'error' : 'failure';
  return caseText(about, { kind, type, lines: words.failures(result) });
}

function caseText(about: Attributes, { kind, type, lines }: Failure): string {
  const message = lines[0] ?? type;
  return [
    `    <testcase${attributes(about)}>`,
    `      <${kind}${attributes({ message, type })}>${escapeText(lines.join('\n'))}</${kind}>`,
    '    </testcase>',
  ].join('\n');
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function attributes(values: Attributes): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeAttribute(String(value))}"`]))
    .join('');
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** XML 1.0 has no place for most control characters, lone surrogates and two noncharacters, not even escaped. */
function allowed(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '\uFFFD');
}

function escapeText(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
