const early = new Map<string, Promise<Response>>();

/** Asks for what the page will need first, while its code is still on its way. */
export function askEarly(paths: readonly string[]): void {
  for (const path of paths) {
    const answer = fetch(`/api/v1${path}`);
    answer.catch(() => undefined); // it is asked for again when it is needed
    early.set(path, answer);
  }
}

/** The answer that was asked for early, once; undefined when none was, or none came. */
export async function takeEarly(path: string): Promise<Response | undefined> {
  const answer = early.get(path);
  early.delete(path);
  return answer?.catch(() => undefined);
}
