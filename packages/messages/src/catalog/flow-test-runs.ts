import type { Catalog } from '../message-entry.ts';

/** What running, recording and judging a flow test can come to. */
export const flowTestRunsMessages = {
  'test-recording-missing': {
    title: { en: 'The prompt has changed', fr: 'Le prompt a changé' },
    detail: {
      en: 'The node "{node}" asked a model something that isn’t recorded.[[ It differs in {settings}.]][[ Recorded: "{recorded}".]][[ Asked: "{asked}".]]',
      fr: 'Le nœud "{node}" a demandé à un modèle ce qui n’est pas enregistré.[[ La différence : {settings}.]][[ Enregistré : "{recorded}".]][[ Demandé : "{asked}".]]',
    },
    hint: {
      en: 'If the change is meant, record the case again.',
      fr: 'Si le changement est voulu, réenregistrez le cas.',
    },
  },
  'test-recording-spent': {
    title: { en: 'Asked more often', fr: 'Demandé plus souvent' },
    detail: {
      en: 'The node "{node}" asked the same once more than was recorded ({answers}).',
      fr: 'Le nœud "{node}" a demandé la même chose une fois de plus qu’enregistré ({answers}).',
    },
    hint: { en: 'If that is meant, record the case again.', fr: 'Si c’est voulu, réenregistrez le cas.' },
  },
  'test-recording-empty': {
    title: { en: 'Nothing is recorded', fr: 'Rien n’est enregistré' },
    detail: {
      en: 'The node "{node}" asked a model, and nothing is recorded for this case.',
      fr: 'Le nœud "{node}" a interrogé un modèle, et rien n’est enregistré pour ce cas.',
    },
    hint: { en: 'Record the case.', fr: 'Enregistrez le cas.' },
  },
  'test-step-not-recorded': {
    title: { en: 'What a node gave isn’t recorded', fr: 'Ce qu’un nœud a donné n’est pas enregistré' },
    detail: {
      en: 'The node "{node}" would search or ask something outside, and what it gave isn’t recorded for this case.',
      fr: 'Le nœud "{node}" irait chercher ou demander quelque chose au-dehors, et ce qu’il a donné n’est pas enregistré pour ce cas.',
    },
    hint: { en: 'Record the case again.', fr: 'Réenregistrez le cas.' },
  },
  'test-network-refused': {
    title: { en: 'Nothing leaves a recorded test', fr: 'Rien ne sort d’un test enregistré' },
    detail: {
      en: 'A node wanted to ask a model or an address that isn’t recorded for this case.',
      fr: 'Un nœud a voulu interroger un modèle ou une adresse, ce qui n’est pas enregistré pour ce cas.',
    },
    hint: { en: 'Record the case again.', fr: 'Réenregistrez le cas.' },
  },
  'test-model-changed': {
    title: { en: 'Another model', fr: 'Un autre modèle' },
    detail: {
      en: 'The node "{node}" isn’t set as it was when its answers were recorded: {fields}.',
      fr: 'Le nœud "{node}" n’est pas réglé comme lors de l’enregistrement de ses réponses : {fields}.',
    },
    hint: { en: 'Record the case again.', fr: 'Réenregistrez le cas.' },
  },
  'test-run-paused': {
    title: { en: 'The flow waits for a person', fr: 'Le flux attend une personne' },
    detail: {
      en: 'The node "{step}" asks a person, and nothing is recorded of what was answered.',
      fr: 'Le nœud "{step}" interroge une personne, et rien n’est enregistré de ce qui fut répondu.',
    },
    hint: {
      en: 'Answer once in a live run and record the case from that run.',
      fr: 'Répondez une fois lors d’une vraie exécution et enregistrez le cas à partir de celle-ci.',
    },
  },
  'test-not-run': {
    title: { en: 'The case couldn’t be run', fr: 'Le cas n’a pas pu s’exécuter' },
    detail: {
      en: 'Something went wrong in Jacquard itself while the case was run.',
      fr: 'Une erreur s’est produite dans Jacquard même pendant l’exécution du cas.',
    },
    hint: {
      en: 'Run it again. If it stays so, the server’s log says more.',
      fr: 'Relancez-le. Si cela persiste, le journal du serveur en dit plus.',
    },
  },
  'test-run-partial': {
    title: { en: 'Only whole runs become tests', fr: 'Seules les exécutions entières' },
    detail: {
      en: 'The run went to one node only, or was stopped: there is no result to test.',
      fr: 'L’exécution n’allait que jusqu’à un nœud, ou fut arrêtée : il n’y a pas de résultat à tester.',
    },
    hint: {
      en: 'Run the whole flow and make the test of that run.',
      fr: 'Exécutez tout le flux et faites-en le test.',
    },
  },
  'test-run-lost': {
    title: { en: 'The test was interrupted', fr: 'Le test a été interrompu' },
    detail: {
      en: 'The process that ran the test ended. The test can be run again.',
      fr: 'Le processus qui exécutait le test s’est arrêté. Le test peut être relancé.',
    },
    hint: { en: 'Run it again.', fr: 'Relancez-le.' },
  },
  'test-no-result': {
    title: { en: 'Nothing to accept', fr: 'Rien à accepter' },
    detail: {
      en: 'The case "{case}" has no result whose outputs could be accepted.',
      fr: 'Le cas "{case}" n’a pas de résultat dont accepter les sorties.',
    },
    hint: { en: 'Run the case first.', fr: 'Exécutez d’abord le cas.' },
  },
  'test-judge-unclear': {
    title: { en: 'The judge said neither yes nor no', fr: 'Le juge n’a dit ni oui ni non' },
    detail: { en: 'The model that judges answered: "{answer}".', fr: 'Le modèle qui juge a répondu : "{answer}".' },
    hint: {
      en: 'Ask so that yes or no is an answer, or choose a stronger model.',
      fr: 'Posez une question à laquelle oui ou non répond, ou choisissez un modèle plus fort.',
    },
  },
  'test-equal': {
    title: { en: 'The value is the excluded one', fr: 'La valeur est celle exclue' },
    detail: { en: 'The output equals what it must not equal.', fr: 'La sortie égale ce qu’elle ne doit pas égaler.' },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-not-equal': {
    title: { en: 'Another value', fr: 'Une autre valeur' },
    detail: { en: 'The output isn’t the expected value.', fr: 'La sortie n’est pas la valeur attendue.' },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-contained': {
    title: { en: 'The text is in it', fr: 'Le texte y figure' },
    detail: {
      en: 'The output contains "{text}", and must not.',
      fr: 'La sortie contient "{text}", et ne le doit pas.',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-not-contained': {
    title: { en: 'The text isn’t in it', fr: 'Le texte n’y figure pas' },
    detail: { en: 'The output doesn’t contain "{text}".', fr: 'La sortie ne contient pas "{text}".' },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-matched': {
    title: { en: 'The pattern matches', fr: 'Le motif est trouvé' },
    detail: {
      en: 'The output matches {pattern}, and must not.',
      fr: 'La sortie correspond à {pattern}, et ne le doit pas.',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-not-matched': {
    title: { en: 'The pattern doesn’t match', fr: 'Le motif n’est pas trouvé' },
    detail: { en: 'The output doesn’t match {pattern}.', fr: 'La sortie ne correspond pas à {pattern}.' },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-schema-broken': {
    title: { en: 'Not of the schema', fr: 'Hors du schéma' },
    detail: {
      en: 'The output isn’t JSON of the schema: {keyword}[[ at {place}]].',
      fr: 'La sortie n’est pas du JSON de ce schéma : {keyword}[[ en {place}]].',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-not-a-number': {
    title: { en: 'Not a number', fr: 'Pas un nombre' },
    detail: { en: 'The output is no number.', fr: 'La sortie n’est pas un nombre.' },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-not-near': {
    title: { en: 'Another number', fr: 'Un autre nombre' },
    detail: {
      en: 'The output is {actual}, more than {within} away from {expected}.',
      fr: 'La sortie est {actual}, à plus de {within} de {expected}.',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-not-similar': {
    title: { en: 'Another meaning', fr: 'Un autre sens' },
    detail: {
      en: 'The meaning is {measured} like the expected text’s; at least {atLeast} is wanted.',
      fr: 'Le sens ressemble à celui du texte attendu à {measured} ; il faut au moins {atLeast}.',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-judged-otherwise': {
    title: { en: 'Judged otherwise', fr: 'Jugé autrement' },
    detail: {
      en: 'Asked "{criterion}", the judge answered "{answer}".',
      fr: 'À "{criterion}", le juge a répondu "{answer}".',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-output-present': {
    title: { en: 'There is a value', fr: 'Il y a une valeur' },
    detail: {
      en: 'The output has a value, and none was expected.',
      fr: 'La sortie a une valeur, et aucune n’était attendue.',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-output-absent': {
    title: { en: 'There is no value', fr: 'Il n’y a pas de valeur' },
    detail: { en: 'The output has no value.', fr: 'La sortie n’a pas de valeur.' },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-snapshot-differs': {
    title: { en: 'The output has changed', fr: 'La sortie a changé' },
    detail: {
      en: 'The output differs from the one that was accepted.',
      fr: 'La sortie diffère de celle qui fut acceptée.',
    },
    hint: { en: 'If the change is meant, accept it.', fr: 'Si le changement est voulu, acceptez-le.' },
  },
  'test-not-failed': {
    title: { en: 'The run didn’t fail so', fr: 'L’exécution n’a pas échoué ainsi' },
    detail: {
      en: 'The run was to fail with "{expected}"[[ and failed with "{code}"]].',
      fr: 'L’exécution devait échouer par "{expected}"[[ et a échoué par "{code}"]].',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-too-many-tokens': {
    title: { en: 'Too many tokens', fr: 'Trop de tokens' },
    detail: {
      en: 'The run took {measured} {measured|token|tokens}; at most {most} were expected.',
      fr: 'L’exécution a pris {measured} {measured|token|tokens} ; au plus {most} étaient attendus.',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-too-slow': {
    title: { en: 'Too slow', fr: 'Trop lent' },
    detail: {
      en: 'The run took {measured} ms; at most {most} were expected.',
      fr: 'L’exécution a pris {measured} ms ; au plus {most} étaient attendues.',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
  'test-too-dear': {
    title: { en: 'Too dear', fr: 'Trop cher' },
    detail: {
      en: 'The run cost {measured} dollars; at most {most} were expected.',
      fr: 'L’exécution a coûté {measured} dollars ; au plus {most} étaient attendus.',
    },
    hint: {
      en: 'Change the flow, or what the test expects of it.',
      fr: 'Modifiez le flux, ou ce que le test en attend.',
    },
  },
} as const satisfies Catalog;
