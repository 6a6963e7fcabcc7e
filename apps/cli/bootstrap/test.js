import { readFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
const total = await runChecks();
await runSuite('packages', 'vitest.config.ts');
await runSuite('browser', 'tests/e2e/vitest.config.ts');

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Runs vitest and adds up what it counted; a suite that ends without a count is one failure. */
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
  const counted = readCount(file);
  total.passed += counted.passed;
  total.failed += counted.failed;
  // A suite can fail without a failed test: a file that doesn't load, an error outside of any test.
  if (code !== 0 && counted.failed === 0) total.failed += 1;
}

function readCount(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
