/** Milliseconds between two tries. */
const pause = 2_000;

/**
 * Loads a part of the page that comes when it is needed. While the server can't be reached it is tried again and again: a
 * part that is missing is waited for, and never takes the page down.
 */
export async function loadPart<Part>(load: () => Promise<Part>, wait = pause): Promise<Part> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }
}
