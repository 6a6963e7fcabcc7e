import { expect, test } from 'vitest';
import { fileProblem } from './file-problem.ts';

test.for([
  ['ENOSPC', 'store-full'],
  ['EDQUOT', 'store-full'],
  ['EACCES', 'store-not-writable'],
  ['EROFS', 'store-not-writable'],
  ['EEXIST', 'store-not-writable'],
  ['EIO', 'store-failed'],
])('makes of %s the problem %s', ([errorCode = '', code]) => {
  const error = Object.assign(new Error('no'), { code: errorCode });
  expect(fileProblem(error, '/home/file')).toMatchObject({ code, kind: 'operational', params: { file: '/home/file' } });
});

test('leaves a problem as it is', () => {
  const problem = fileProblem(new Error('no'), '/home/file');
  expect(fileProblem(problem, '/another')).toBe(problem);
});
