import { createStopScanner } from '../text/stop-scanner.ts';
import type { ToolFormat } from './tool-format.ts';

/** Lets an answer's text through as it comes, and holds back what is or may become a call. */
export interface CallSplitter {
  /** The text that may be shown now. */
  push(text: string): string;
  /** What was held back. */
  held(): string;
}

/** See {@link CallSplitter}. */
export function createCallSplitter({ begin }: ToolFormat): CallSplitter {
  const marker = begin.trim();
  const scanner = createStopScanner(marker === '' ? [] : [marker]);
  let kept: string | undefined;
  let start = '';
  return {
    push(text) {
      if (kept !== undefined) {
        kept += text;
        return '';
      }
      if (marker === '' && start.trim() === '' && (start + text).trimStart().startsWith('{')) {
        kept = start + text;
        return '';
      }
      if (marker === '') {
        start += text;
        return text;
      }
      const { text: shown, stopped, rest } = scanner.push(text);
      if (stopped) kept = marker + rest;
      return shown;
    },
    held: () => kept ?? scanner.flush(),
  };
}
