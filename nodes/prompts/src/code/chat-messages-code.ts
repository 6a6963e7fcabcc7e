import { askedText, callText, conversationPart, type NodeCode } from '@jacquard/node-kit/code';

/** Instructions, history and question put together. */
export const chatMessagesCode: NodeCode = {
  write({ input, use }) {
    const asked = askedText({ system: input('system'), messages: input('history'), prompt: input('question') });
    return { value: callText(use(conversationPart), [asked]) };
  },
};
