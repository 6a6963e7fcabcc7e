import { toolScript } from './paths.js';

/** What is proved without running the product: name, and the parameters of Node. */
export const checks = [
  ['types', [toolScript('typescript', 'bin', 'tsc'), '-p', '.']],
  ['types of the web app', [toolScript('typescript', 'bin', 'tsc'), '-p', 'apps/web']],
  ['lint', [toolScript('oxlint', 'bin', 'oxlint'), '--quiet']],
  ['format', [toolScript('oxfmt', 'bin', 'oxfmt'), '--check', '.']],
  ['unused code', [toolScript('knip', 'bin', 'knip.js')]],
];
