import { z } from 'zod';

const key = 'jacquard-copied';
/** Longer copies are not kept for other tabs: pasted there they count as from elsewhere. */
const mostKept = 500_000;

const copiedSchema = z.object({ text: z.string(), flowId: z.string(), imported: z.boolean() });

/** What was copied on a canvas of this browser, and out of which flow. */
export type Copied = z.infer<typeof copiedSchema>;

let last: Copied | undefined;

/** Remembers what was copied, for this tab and the others. */
export function rememberCopied(copied: Copied): void {
  last = copied;
  try {
    if (copied.text.length <= mostKept) localStorage.setItem(key, JSON.stringify(copied));
    else localStorage.removeItem(key);
  } catch {
    // A full store: other tabs take the text for one from elsewhere.
  }
}

/** What was copied last in this tab; else in another. */
export function lastCopied(): Copied | undefined {
  return last ?? copiedElsewhere();
}

/**
 * True when a text comes out of a flow of one's own, copied on a canvas of this browser. Anything else comes from
 * elsewhere, out of an imported flow, too: it asks before it reaches anything.
 */
export function isOwnCopy(text: string, flowId: string | undefined): boolean {
  const same = [last, copiedElsewhere()].find((copied) => copied?.text.trim() === text.trim());
  return same !== undefined && (!same.imported || same.flowId === flowId);
}

function copiedElsewhere(): Copied | undefined {
  try {
    return copiedSchema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data;
  } catch {
    return undefined;
  }
}
