import { install } from './install.js';
import { runChecks } from './run-checks.js';

await install();
const { failed } = await runChecks();
process.exitCode = failed.length === 0 ? 0 : 1;
