import { pinnedNode, toolScript } from './paths.js';
import { runProgram } from './run-program.js';
import { say, secondsSince } from './say.js';

/**
 * What is proved without running the product: name, and the parameters of Node.
 * @type {readonly (readonly [name: string, parameters: readonly string[]])[]}
 */
const checks = [
  ['types', [toolScript('typescript', 'bin', 'tsc'), '-p', '.']],
  ['types of the web app', [toolScript('typescript', 'bin', 'tsc'), '-p', 'apps/web']],
  ['types of the browser tests', [toolScript('typescript', 'bin', 'tsc'), '-p', 'tests/e2e']],
  ['lint', [toolScript('oxlint', 'bin', 'oxlint'), '--quiet']],
  ['format', [toolScript('oxfmt', 'bin', 'oxfmt'), '--check', '.']],
  ['unused code', [toolScript('knip', 'bin', 'knip.js')]],
];

/** Runs all checks, one after another, says how each ended, and resolves with how many passed and which failed. */
export async function runChecks() {
  const failed = [];
  for (const [name, parameters] of checks) {
    const start = performance.now();
    const code = await runProgram(pinnedNode(), parameters);
    if (code !== 0) failed.push(name);
    say(
      `${code === 0 ? 'passed' : 'FAILED'}: ${name} (${secondsSince(start)})`,
      `${code === 0 ? 'réussi' : 'ÉCHEC'} : ${name} (${secondsSince(start)})`,
    );
  }
  return { passed: checks.length - failed.length, failed };
}
