export * from './create-sandbox.ts';
export * from './run-report.ts';
export * from './run-request.ts';
export * from './sandbox-limits.ts';
export * from './sandbox-problem.ts';
