import { defineStructure, text } from '@jacquard/node-kit';
import { describeField } from './describe-field.ts';
import { exampleField } from './example-field.ts';

/** What the chat panel shows as the answer: an output of the flow. */
export const chatOutput = defineStructure({
  role: 'flow-output',
  type: 'io.chat-output',
  version: 1,
  title: { en: 'Chat output', fr: 'Réponse du chat' },
  summary: {
    en: 'The answer that the chat panel shows, as it is written.',
    fr: 'La réponse que le panneau de conversation affiche à mesure qu’elle s’écrit.',
  },
  documentation: {
    en: 'Where a conversation leaves the flow. What arrives here is shown in the chat panel while it is written, and kept in the conversation. Use a text output for a result that is not an answer. Hint: wire the text of a chat node straight to it, so that people see the words come.',
    fr: 'La sortie d’une conversation. Ce qui arrive ici s’affiche dans le panneau de conversation à mesure que le texte s’écrit, et reste dans la conversation. Pour un résultat qui n’est pas une réponse, prenez une sortie de texte. Astuce : reliez-y directement le texte d’un nœud de conversation, pour voir venir les mots.',
  },
  keywords: { en: 'answer reply message end conversation', fr: 'réponse message fin conversation' },
  isConversation: true,
  icon: 'message-square-reply',
  inputs: {
    text: text({ label: { en: 'Text', fr: 'Texte' }, wireOnly: true }),
    ...describeField,
    example: text({ ...exampleField, multiline: true }),
  },
  outputs: {},
  example: { inputs: { text: 'Ten cents a day.' } },
});
