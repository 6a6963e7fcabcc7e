import type { Response } from 'express';

/** Resolves when a slow reader has read, or left. */
export function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const read = (): void => {
      response.off('drain', read).off('close', read);
      resolve();
    };
    response.on('drain', read).on('close', read);
  });
}
