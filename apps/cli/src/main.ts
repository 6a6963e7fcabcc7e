import { enableCompileCache } from 'node:module';

enableCompileCache();
const { runCommandLine } = await import('./command-line.ts');
const code = await runCommandLine(process.argv.slice(2), process);
if (code !== undefined) process.exitCode = code;
