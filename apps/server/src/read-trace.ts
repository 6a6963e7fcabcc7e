import type { RunNotes } from '@jacquard/runtime';

const parentForm = /^(?!ff)([\da-f]{2})-((?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2})(-.*)?$/;
const memberForm = /^[a-z\d][\w*/-]{0,240}(?:@[a-z\d][\w*/-]{0,13})?=[\x20-\x2B\x2D-\x3C\x3E-\x7E]{1,256}$/;
const most = { members: 32, characters: 512 };

/**
 * The trace that a request is part of (W3C Trace Context, level 1). What isn't well formed is ignored, as the recommendation says: a
 * wrong parent with its state, a wrong state alone. A later version is read as the first.
 */
export function readTrace(parent: string | undefined, state: string | undefined): RunNotes['trace'] {
  const [, version, ids, rest] = parentForm.exec(parent?.trim() ?? '') ?? [];
  if (version === undefined || ids === undefined || (version === '00' && rest !== undefined)) return undefined;
  const members = (state ?? '')
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
  const text = members.join(',');
  const isState =
    members.length > 0 &&
    members.length <= most.members &&
    text.length <= most.characters &&
    members.every((member) => memberForm.test(member));
  return { parent: `00-${ids}`, ...(isState && { state: text }) };
}
