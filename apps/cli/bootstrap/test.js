import { readFileSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { findBrowser } from './browser.js';
import { buildWeb } from './build-web.js';
import { install } from './install.js';
import { nodeEnvironment, nodeParameters } from './node-options.js';
import { pinnedNode, root, toolScript } from './paths.js';
import { runChecks } from './run-checks.js';
import { runProgram } from './run-program.js';

const results = join(root, 'node_modules', '.cache', 'jacquard-tests');

await install();
const browser = await findBrowser();
await buildWeb();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const checked = await runChecks();
const failed = [...checked.failed];
let { passed } = checked;
await runSuite('packages', 'vitest.config.ts');
await runSuite('browser', 'tests/e2e/vitest.config.ts');

// Once more at the end, where it is found.
for (const text of failed) process.stdout.write(`\nFAILED: ${text}\n`);
process.stdout.write(`\n${passed} passed, ${failed.length} failed\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Runs vitest and adds up what it counted; one that ends without a report is one failure. */
async function runSuite(name, configuration) {
  const file = join(results, `${name}.json`);
  const vitest = toolScript('vitest', 'vitest.mjs');
  const code = await runProgram(
    pinnedNode(),
    [
      ...nodeParameters,
      vitest,
      'run',
      '--config',
      configuration,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { env: { ...nodeEnvironment, CHROMIUM_PATH: browser } },
  );
  const report = readReport(file);
  passed += report.passed;
  failed.push(...report.failed);
  if (code !== 0 && report.failed.length === 0) failed.push(`${name}: an error outside of any test, told above`);
}

/** What a suite counted, and of each failed test its file, its name and why; also files that didn't load. */
function readReport(file) {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
      const place = relative(root, name);
      const tests = assertionResults.filter((test) => test.status === 'failed');
      if (tests.length === 0 && status === 'failed') return [`${place}\n${message}`];
      return tests.map(
        ({ fullName, failureMessages }) => `${place} > ${fullName.trim()}\n${failureMessages.join('\n')}`,
      );
    });
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: [`${basename(file)} wasn't written`] };
  }
}
