import { boolean, choice, component, number, table, text } from '@jacquard/node-kit';

const proposing = { input: 'generator', equals: 'propose' } as const;
const sampling = { input: 'generator', equals: 'sample' } as const;
const valuing = { input: 'evaluator', equals: 'value' } as const;
const voting = { input: 'evaluator', equals: 'vote' } as const;
const breadthFirst = { input: 'search', equals: 'breadth-first' } as const;
const depthFirst = { input: 'search', equals: 'depth-first' } as const;

const fillIns = {
  en: '{{problem}}, {{state}} (the thoughts so far), {{count}}, {{level}} and {{levels}} are filled in.',
  fr: '{{problem}}, {{state}} (les pensées jusque-là), {{count}}, {{level}} et {{levels}} sont remplis.',
};

/** How thoughts are made, judged and searched. */
export const searchInputs = {
  model: component('chat-model'),
  problem: text({ label: { en: 'Problem', fr: 'Problème' }, multiline: true }),
  scorer: component('scorer', {
    label: { en: 'Checking node', fr: 'Nœud de vérification' },
    help: {
      en: 'Judges the thoughts in the model’s place, and says when the problem is solved.',
      fr: 'Juge les pensées à la place du modèle, et dit quand le problème est résolu.',
    },
    optional: true,
  }),
  search: choice(
    {
      'breadth-first': { en: 'Breadth-first, the best kept', fr: 'En largeur, en gardant les meilleures' },
      'depth-first': { en: 'Depth-first, going back', fr: 'En profondeur, avec retour en arrière' },
    },
    { label: { en: 'Search', fr: 'Recherche' }, default: 'breadth-first' },
  ),
  generator: choice(
    {
      propose: { en: 'Propose: several thoughts in one answer', fr: 'Proposer : plusieurs pensées en une réponse' },
      sample: { en: 'Sample: each thought an answer of its own', fr: 'Échantillonner : une réponse par pensée' },
    },
    { label: { en: 'Thought generator', fr: 'Générateur de pensées' }, default: 'propose' },
  ),
  evaluator: choice(
    {
      value: { en: 'Value: each thought by itself', fr: 'Valeur : chaque pensée à part' },
      vote: { en: 'Vote: the best of all', fr: 'Vote : la meilleure de toutes' },
    },
    { label: { en: 'State evaluator', fr: 'Évaluateur des états' }, default: 'value' },
  ),
  steps: number({
    label: { en: 'Depth', fr: 'Profondeur' },
    help: { en: 'How many thoughts lead to an answer.', fr: 'Combien de pensées mènent à une réponse.' },
    integer: true,
    min: 1,
    max: 20,
    default: 3,
  }),
  width: number({
    label: { en: 'Thoughts a state', fr: 'Pensées par état' },
    help: { en: 'How many ways to go on are tried.', fr: 'Combien de suites sont essayées.' },
    integer: true,
    min: 1,
    max: 50,
    default: 3,
  }),
  beam: number({
    label: { en: 'Kept a level', fr: 'Gardées par niveau' },
    help: { en: 'How many of the best go on (beam).', fr: 'Combien des meilleures continuent (faisceau).' },
    integer: true,
    min: 1,
    max: 20,
    default: 2,
    visibleWhen: breadthFirst,
  }),
  visits: number({
    label: { en: 'Visits', fr: 'Visites' },
    help: { en: 'How many states are gone on from at most.', fr: 'Nombre maximal d’états à poursuivre.' },
    integer: true,
    min: 1,
    max: 200,
    default: 10,
    visibleWhen: depthFirst,
  }),
  threshold: number({
    label: { en: 'Leave below', fr: 'Abandonner en dessous de' },
    help: { en: 'States worth no more are left.', fr: 'Les états qui ne valent pas plus sont abandonnés.' },
    default: 0.5,
    visibleWhen: depthFirst,
    advanced: true,
  }),
  asksPerson: boolean({
    label: { en: 'Ask a person after each level', fr: 'Demander à une personne après chaque niveau' },
    help: {
      en: 'The run waits: thoughts can be pruned, promoted and added by hand.',
      fr: 'L’exécution attend : on peut élaguer, promouvoir et ajouter des pensées à la main.',
    },
    default: false,
    fieldOnly: true,
    visibleWhen: breadthFirst,
    advanced: true,
  }),
  evaluations: number({
    label: { en: 'Evaluations', fr: 'Évaluations' },
    help: {
      en: 'How often the model judges; the sum counts.',
      fr: 'Combien de fois le modèle juge ; la somme compte.',
    },
    integer: true,
    min: 1,
    max: 20,
    default: 1,
  }),
} as const;

/** Prompts, verdicts and the rest of the search's settings. */
export const searchPromptInputs = {
  proposePrompt: text({
    label: { en: 'Prompt that proposes', fr: 'Prompt qui propose' },
    help: fillIns,
    multiline: true,
    visibleWhen: proposing,
    advanced: true,
    default:
      '{{problem}}\n\nThoughts so far:\n{{state}}\n\nWrite up to {{count}} different next thoughts that bring this closer to a solution (step {{level}} of {{levels}}). One a line, short, nothing else.',
  }),
  samplePrompt: text({
    label: { en: 'Prompt that goes on', fr: 'Prompt qui continue' },
    help: fillIns,
    multiline: true,
    visibleWhen: sampling,
    advanced: true,
    default:
      '{{problem}}\n\nThoughts so far:\n{{state}}\n\nWrite the next thought (step {{level}} of {{levels}}), in one or two sentences.',
  }),
  valuePrompt: text({
    label: { en: 'Prompt that values', fr: 'Prompt qui évalue' },
    help: {
      en: '{{problem}}, {{state}} and {{levels}} are filled in. The last word of the answer counts.',
      fr: '{{problem}}, {{state}} et {{levels}} sont remplis. Le dernier mot de la réponse compte.',
    },
    multiline: true,
    visibleWhen: valuing,
    advanced: true,
    default:
      '{{problem}}\n\nThoughts so far:\n{{state}}\n\nCan this still lead to a solution? Think briefly, then end with one word: sure, likely or impossible.',
  }),
  votePrompt: text({
    label: { en: 'Prompt that votes', fr: 'Prompt qui vote' },
    help: {
      en: '{{problem}}, {{choices}} and {{levels}} are filled in. The last number of the answer counts.',
      fr: '{{problem}}, {{choices}} et {{levels}} sont remplis. Le dernier nombre de la réponse compte.',
    },
    multiline: true,
    visibleWhen: voting,
    advanced: true,
    default:
      '{{problem}}\n\n{{choices}}\n\nWhich choice is the most promising? Think briefly, then end with a line: The best choice is N.',
  }),
  verdicts: table({
    label: { en: 'Verdicts', fr: 'Verdicts' },
    help: { en: 'What each last word is worth.', fr: 'Ce que vaut chaque dernier mot.' },
    field: 'table',
    visibleWhen: valuing,
    advanced: true,
    default: {
      columns: ['verdict', 'value'],
      rows: [
        { verdict: 'sure', value: 20 },
        { verdict: 'likely', value: 1 },
        { verdict: 'impossible', value: 0.001 },
      ],
    },
  }),
  reading: choice(
    {
      items: { en: 'Items: list marks and blank lines dropped', fr: 'Éléments : sans puces ni lignes vides' },
      lines: { en: 'Lines as they stand', fr: 'Lignes telles quelles' },
    },
    {
      label: { en: 'Proposals are', fr: 'Les propositions sont' },
      default: 'items',
      visibleWhen: proposing,
      advanced: true,
    },
  ),
  answerMark: text({
    label: { en: 'Mark of an answer', fr: 'Marque d’une réponse' },
    help: {
      en: 'A last thought without it is worth nothing: “Answer:”, say.',
      fr: 'Une dernière pensée sans elle ne vaut rien : « Réponse : », par exemple.',
    },
    optional: true,
    advanced: true,
  }),
} as const;
