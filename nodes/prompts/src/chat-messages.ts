import { conversationOf, defineNode, messages, text } from '@jacquard/node-kit';
import { chatMessagesCode } from './code/chat-messages-code.ts';

/** Puts instructions, earlier messages and a question together to one conversation. */
export const chatMessages = defineNode({
  type: 'prompts.chat-messages',
  version: 1,
  title: { en: 'Chat messages', fr: 'Messages de conversation' },
  summary: {
    en: 'Puts instructions, earlier messages and a question together to one conversation.',
    fr: 'Réunit des consignes, des messages précédents et une question en une conversation.',
  },
  documentation: {
    en: 'Models answer conversations: instructions first (who the model is), then what was said, then the question. This node makes one. Use it to see or change what a model is sent, or to send the same conversation to several models. Hint: wire “Chat history” to the earlier messages and the model remembers.',
    fr: 'Les modèles répondent à des conversations : d’abord les consignes (qui est le modèle), puis ce qui a été dit, enfin la question. Ce nœud en compose une. À employer pour voir ou modifier ce qu’un modèle reçoit, ou pour envoyer la même conversation à plusieurs modèles. Astuce : reliez « Historique » aux messages précédents, et le modèle se souvient.',
  },
  keywords: { en: 'system user assistant role conversation', fr: 'système utilisateur assistant rôle conversation' },
  icon: 'message-circle-more',
  inputs: {
    system: text({
      label: { en: 'Instructions', fr: 'Consignes' },
      help: { en: 'The system prompt.', fr: 'Le prompt système.' },
      multiline: true,
      optional: true,
    }),
    history: messages({
      label: { en: 'Earlier messages', fr: 'Messages précédents' },
      wireOnly: true,
      optional: true,
    }),
    question: text({ label: { en: 'Question', fr: 'Question' }, multiline: true, optional: true }),
  },
  outputs: { messages: messages({ label: { en: 'Conversation', fr: 'Conversation' } }) },
  determinism: 'pure',
  effects: 'none',
  reaches: 'nothing',
  code: chatMessagesCode,
  example: {
    inputs: {
      system: 'You answer in one sentence.',
      history: [
        { role: 'user', content: 'I am Ada.' },
        { role: 'assistant', content: 'Hello, Ada.' },
      ],
      question: 'What is my name?',
    },
    outputs: {
      messages: [
        { role: 'system', content: 'You answer in one sentence.' },
        { role: 'user', content: 'I am Ada.' },
        { role: 'assistant', content: 'Hello, Ada.' },
        { role: 'user', content: 'What is my name?' },
      ],
    },
  },
  run: async ({ inputs: { system, history, question } }) => ({
    messages: conversationOf({ system, messages: history, prompt: question }),
  }),
});
