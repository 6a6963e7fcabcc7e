import { choice, type Message } from '@jacquard/node-kit';

/** How a text is read: as it stands, or as a person's message in the model's chat form. */
export const readAs = choice(
  {
    text: { en: 'plain text', fr: 'texte simple' },
    message: { en: 'a message to the model', fr: 'un message au modèle' },
  },
  {
    label: { en: 'Read as', fr: 'Lire comme' },
    help: {
      en: 'A message stands in the model’s own chat form, and what comes next is the beginning of its answer.',
      fr: 'Un message est mis dans la forme de conversation du modèle ; la suite est alors le début de sa réponse.',
    },
    default: 'text',
    fieldOnly: true,
    advanced: true,
  },
);

/** The text as the model is given it. */
export function inputOf(text: string, form: 'text' | 'message'): string | readonly Message[] {
  return form === 'text' ? text : [{ role: 'user', content: text }];
}
