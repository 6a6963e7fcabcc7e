import { choice, defineSwitch, isJsonObject, list, Problem, text, variable, type PauseForm } from '@jacquard/node-kit';

const comment = { comment: { type: 'string', maxLength: 10_000 } };

/** Pauses the run until a person has approved, edited or chosen: on the canvas, in the chat or by the API. */
export const askPerson = defineSwitch({
  type: 'control.ask-person',
  version: 1,
  title: { en: 'Ask a person', fr: 'Demander à une personne' },
  summary: {
    en: 'Pauses the run until a person has approved, edited or chosen.',
    fr: 'Met l’exécution en pause jusqu’à ce qu’une personne ait approuvé, modifié ou choisi.',
  },
  documentation: {
    en: 'The run waits, for minutes or for days; it survives a restart of the server and costs nothing meanwhile. Whoever sees the flow answers on the canvas or in the chat, a program by the API (POST /api/v1/runs/…/answer). “Approve” sends the value on by one of two ways; “edit” gives the text as the person has changed it; “choose” gives one of several choices. Use it before anything that can’t be taken back, and where a person knows better. Hint: what hangs on the other way doesn’t run, and inside a loop each turn asks by itself.',
    fr: 'L’exécution attend, des minutes ou des jours ; elle survit à un redémarrage du serveur et ne coûte rien entre-temps. Qui voit le flux répond sur le canevas ou dans la conversation, un programme par l’API (POST /api/v1/runs/…/answer). « Approuver » envoie la valeur par l’une de deux voies ; « modifier » donne le texte tel que la personne l’a changé ; « choisir » donne un choix parmi plusieurs. À employer avant tout ce qui ne se reprend pas, et là où une personne sait mieux. Astuce : ce qui dépend de l’autre voie ne s’exécute pas, et dans une boucle chaque tour demande pour lui-même.',
  },
  keywords: {
    en: 'human in the loop approval pause confirm review wait',
    fr: 'humain dans la boucle approbation pause confirmer relire attendre',
  },
  icon: 'user-check',
  inputs: {
    value: variable('T', {
      label: { en: 'Value', fr: 'Valeur' },
      help: { en: 'What the person sees.', fr: 'Ce que la personne voit.' },
    }),
    ask: choice(
      {
        approve: { en: 'Approve or reject', fr: 'Approuver ou rejeter' },
        edit: { en: 'Edit the text', fr: 'Modifier le texte' },
        choose: { en: 'Choose one', fr: 'Choisir' },
      },
      { label: { en: 'What to do', fr: 'Que faire' }, default: 'approve', fieldOnly: true },
    ),
    message: text({ label: { en: 'Question', fr: 'Question' }, multiline: true, optional: true }),
    choices: list(text({ label: { en: 'Choice', fr: 'Choix' } }), {
      label: { en: 'Choices', fr: 'Choix' },
      help: { en: 'One a line.', fr: 'Un par ligne.' },
      field: 'lines',
      optional: true,
      visibleWhen: { input: 'ask', equals: 'choose' },
    }),
  },
  outputs: {
    approved: variable('T', { label: { en: 'Approved', fr: 'Approuvé' } }),
    rejected: variable('T', { label: { en: 'Rejected', fr: 'Rejeté' } }),
    text: text({ label: { en: 'Edited or chosen', fr: 'Modifié ou choisi' } }),
    comment: text({
      label: { en: 'Comment', fr: 'Commentaire' },
      help: { en: 'What the person wrote with it.', fr: 'Ce que la personne a écrit avec.' },
    }),
  },
  determinism: 'external',
  effects: 'none',
  reaches: 'nothing',
  example: {
    inputs: { value: 'Dear all, the loom is repaired.', message: 'Send it?' },
    answer: { approved: true },
    outputs: { approved: 'Dear all, the loom is repaired.' },
  },
  async *run({ inputs: { value, ask, message = '', choices = [] }, resumed, signal }) {
    signal.throwIfAborted();
    if (resumed === undefined) {
      yield { pause: formOf(ask, message, value, choices) };
      throw new Error('a pause ends the call'); // never reached: what is yielded last is the pause
    }
    // The answer fits the schema of the form.
    const answer = isJsonObject(resumed.answer) ? resumed.answer : {};
    const said = typeof answer['comment'] === 'string' && answer['comment'] !== '' ? answer['comment'] : undefined;
    const beside = { ...(said !== undefined && { comment: said }) };
    if (ask === 'approve')
      return answer['approved'] === true ? { approved: value, ...beside } : { rejected: value, ...beside };
    const given = answer[ask === 'edit' ? 'text' : 'choice'];
    return { text: typeof given === 'string' ? given : '', ...beside };
  },
});

function formOf(
  kind: 'approve' | 'edit' | 'choose',
  message: string,
  value: PauseForm['value'],
  given: readonly string[],
): PauseForm {
  if (kind === 'approve') {
    const properties = { approved: { type: 'boolean' }, ...comment };
    return { kind, message, value, schema: closed(properties, 'approved') };
  }
  if (kind === 'edit') {
    const shown = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    return { kind, message, value: shown, schema: closed({ text: { type: 'string' }, ...comment }, 'text') };
  }
  const options = [...new Set(given.map((one) => one.trim()).filter((one) => one !== ''))];
  if (options.length < 2) throw new Problem('choices-too-few', { choices: options });
  return { kind, message, value, options, schema: closed({ choice: { enum: options }, ...comment }, 'choice') };
}

function closed(properties: Readonly<Record<string, object>>, required: string): PauseForm['schema'] {
  // boundary: made of literals above
  return { type: 'object', properties, required: [required], additionalProperties: false } as PauseForm['schema'];
}
