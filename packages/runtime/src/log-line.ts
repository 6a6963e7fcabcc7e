/** One structured line of the log. Details hold ids, codes and errors; never a prompt, an answer or a secret. */
export type LogLine = (
  level: 'info' | 'warn' | 'error',
  message: string,
  details: Readonly<Record<string, unknown>>,
) => void;
