import type { Compilation } from './compilation.ts';
import type { Plan } from './plan.ts';

/**
 * Which input and output of a flow a session remembers: those whose type says that they are part of a conversation,
 * else the first of a text.
 */
export function conversationOf({ flow, registry, ports }: Compilation): Plan['conversation'] {
  const found = (role: 'flow-input' | 'flow-output'): string | undefined => {
    const candidates = Object.entries(flow.nodes).filter(([id, node]) => {
      if (node.disabled === true || registry.descriptors.get(node.type)?.role !== role) return false;
      const side = role === 'flow-input' ? ports.get(id)?.outputs : ports.get(id)?.inputs;
      return Object.values(side ?? {})[0]?.kind.kind === 'text';
    });
    const named = candidates.find(([, node]) => registry.descriptors.get(node.type)?.isConversation === true);
    return (named ?? candidates[0])?.[0];
  };
  return { question: found('flow-input'), answer: found('flow-output') };
}
