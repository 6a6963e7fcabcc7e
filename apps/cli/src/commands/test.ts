import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Problem } from '@jacquard/flow';
import type { CaseResult } from '@jacquard/protocol';
import type { Command } from '../command.ts';
import { describeFailures } from '../flow-tests/describe-failures.ts';
import { findTestFiles, type TestFile } from '../flow-tests/find-test-files.ts';
import { junitReport } from '../flow-tests/junit-report.ts';
import { runTestFile, type TestOptions } from '../flow-tests/run-test-file.ts';
import type { TestedFile } from '../flow-tests/tested-file.ts';
import { openFolderOf } from '../read-flow-file.ts';
import { signalOfSignals } from '../signal-of-signals.ts';
import type { Terminal } from '../terminal.ts';

/** Runs tests of flows. 0: all passed; 1: one didn't; 2: a flow or a file of tests has issues. */
export const test: Command = async (terminal, paths, given) => {
  const files = await findTestFiles(paths.length === 0 ? ['.'] : paths);
  if (files.length === 0) throw new Problem('cli-tests-none', { paths: [...paths] });
  const stop = signalOfSignals(terminal);
  const options: TestOptions = {
    update: given.update === true,
    live: given.live === true,
    filter: given.filter ?? '',
    signal: stop.signal,
    heard: (result) => printResult(terminal, result),
  };
  const tested: TestedFile[] = [];
  try {
    for (const folder of new Set(files.map(({ path }) => dirname(path))))
      tested.push(
        ...(await testFolder(
          terminal,
          files.filter(({ path }) => dirname(path) === folder),
          options,
        )),
      );
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return stop.code();
  }
  if (given.junit !== undefined) await writeReport(terminal, given.junit, tested);
  printTotal(terminal, tested);
  if (tested.some(({ issues }) => issues.length > 0)) return 2;
  return tested.every(({ results }) => results.every(({ status }) => status === 'passed')) ? 0 : 1;
};

/** The files of one folder, which is their project folder. */
async function testFolder(terminal: Terminal, files: readonly TestFile[], options: TestOptions): Promise<TestedFile[]> {
  const [first] = files;
  if (first === undefined) return [];
  const runtime = await openFolderOf(terminal, first.path);
  try {
    const tested: TestedFile[] = [];
    for (const file of files) {
      terminal.print(file.path);
      const result = await runTestFile(runtime.main.tests, file, options);
      for (const { code, params } of result.issues) terminal.print(`  ✗ ${terminal.sentence(code, params)}`);
      tested.push(result);
    }
    return tested;
  } finally {
    await runtime.close();
  }
}

function printResult(terminal: Terminal, result: CaseResult): void {
  const mark = result.status === 'passed' ? '✓' : '✗';
  terminal.print(`  ${mark} ${result.case} (${Math.round(result.duration)} ms)`);
  for (const line of failuresOf(terminal, result)) terminal.print(`      ${line}`);
}

function printTotal(terminal: Terminal, tested: readonly TestedFile[]): void {
  const results = tested.flatMap((file) => file.results);
  const passed = results.filter(({ status }) => status === 'passed').length;
  const issues = tested.filter((file) => file.issues.length > 0).length;
  terminal.print('');
  terminal.print(terminal.sentence('cli-tests-done', { passed, failed: results.length - passed }));
  if (issues > 0) terminal.print(terminal.sentence('cli-tests-with-issues', { files: issues }));
}

async function writeReport(terminal: Terminal, path: string, tested: readonly TestedFile[]): Promise<void> {
  const report = junitReport(tested, {
    failures: (result) => failuresOf(terminal, result),
    issue: ({ code, params }) => terminal.sentence(code, params),
  });
  await writeFile(path, report).catch((cause: unknown) => {
    throw new Problem('report-unwritten', { file: path }, { cause });
  });
}

function failuresOf(terminal: Terminal, result: CaseResult): readonly string[] {
  return describeFailures(result, ({ code, params }) => terminal.sentence(code, params));
}
