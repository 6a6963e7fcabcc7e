const key = 'jacquard-pasted-into';
let marks: Readonly<Record<string, string>> = read();

/**
 * Flows into which something from elsewhere was pasted, till the server knows: they ask before their next run what they
 * newly reach, as any imported flow does. Kept by the browser, since the page may be closed before the flow is saved.
 */
export function markPasted(flowId: string): void {
  write({ ...marks, [flowId]: `${Date.now()}-${Math.random()}` });
}

/** The mark of a flow, to be sent with its next save; undefined without one. */
export function pastedMark(flowId: string): string | undefined {
  return Object.hasOwn(marks, flowId) ? marks[flowId] : undefined;
}

/** The server knows; a later paste has a mark of its own. */
export function forgetPasted(flowId: string, mark: string): void {
  if (pastedMark(flowId) !== mark) return;
  write(Object.fromEntries(Object.entries(marks).filter(([id]) => id !== flowId)));
}

function write(next: Readonly<Record<string, string>>): void {
  marks = next;
  try {
    localStorage.setItem(key, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing still sends the mark with this page's saves.
  }
}

function read(): Readonly<Record<string, string>> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter(([, mark]) => typeof mark === 'string'));
  } catch {
    return {};
  }
}
