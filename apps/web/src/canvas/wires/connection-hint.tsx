import { useConnection } from '@xyflow/react';
import { problemSentence } from '../../api/problem-text.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useHeldScopes } from '../structure/held-scopes.ts';
import { PointerHint } from './pointer-hint.tsx';
import { wireOf } from './wire-of.ts';
import { useWires } from './wire-store.ts';

/** While a wire is held over a port, or a node over a wire or a loop, that it doesn't fit: why, beside the pointer. */
export function ConnectionHint(): React.ReactElement | null {
  const { language } = useTexts();
  const isDrawing = useConnection(({ inProgress }) => inProgress);
  const heldOnWire = useWires(({ target }) => (target && !target.fits ? target.reason : ''));
  const heldOnFrame = useHeldScopes(({ reason }) => reason);
  const held = heldOnWire || heldOnFrame;
  const drawn = useConnection(({ fromHandle, toHandle }) => {
    if (!fromHandle || !toHandle) return '';
    const [from, to] = fromHandle.type === 'source' ? [fromHandle, toHandle] : [toHandle, fromHandle];
    return JSON.stringify({ source: from.nodeId, sourceHandle: from.id, target: to.nodeId, targetHandle: to.id });
  });
  const result = drawn === '' ? undefined : wireOf(JSON.parse(drawn) as Parameters<typeof wireOf>[0]); // boundary: written just above
  const refused = result && 'refused' in result ? problemSentence(result.refused, language) : '';
  return isDrawing || held !== '' ? <PointerHint text={refused || held} /> : null;
}
