import type { Catalog } from '../message-entry.ts';

/** What reasoning strategies can come to. */
export const reasoningMessages = {
  'budget-spent': {
    title: { en: 'No calls of the model left', fr: 'Plus d’appels au modèle' },
    detail: {
      en: 'This node may call the model {calls} times and have {tokens} tokens written; that is used up, and there is nothing yet to give.',
      fr: 'Ce nœud peut appeler le modèle {calls} fois et en faire écrire {tokens} tokens ; c’est épuisé, et il n’y a encore rien à donner.',
    },
    hint: {
      en: 'Raise the most calls or the longest answer, or ask for fewer thoughts or samples.',
      fr: 'Augmentez le nombre d’appels ou la longueur des réponses, ou demandez moins de pensées ou d’échantillons.',
    },
  },
  'reasoning-nothing-found': {
    title: { en: 'Nothing was found', fr: 'Rien n’a été trouvé' },
    detail: {
      en: 'The model wrote nothing that could be used: {answers} answers, none of them in the form that was asked for.',
      fr: 'Le modèle n’a rien écrit d’utilisable : {answers} réponses, dont aucune dans la forme demandée.',
    },
    hint: {
      en: 'Read what it wrote in the last run, then make the prompt plainer, or take a larger model.',
      fr: 'Lisez ce qu’il a écrit dans la dernière exécution, puis simplifiez le prompt ou prenez un modèle plus grand.',
    },
  },
  'equality-without-embeddings': {
    title: { en: 'No embeddings to compare by', fr: 'Pas de plongements pour comparer' },
    detail: {
      en: 'Answers are to be compared by their meaning, and no embeddings are wired to the node.',
      fr: 'Les réponses doivent être comparées par leur sens, et aucun plongement n’est relié au nœud.',
    },
    hint: {
      en: 'Wire an embeddings node to it, or compare by words in common.',
      fr: 'Reliez-y un nœud de plongements, ou comparez par les mots communs.',
    },
  },
  'equality-without-judge': {
    title: { en: 'No model to compare by', fr: 'Pas de modèle pour comparer' },
    detail: {
      en: 'A model is to judge which answers are the same, and none is wired to the node.',
      fr: 'Un modèle doit juger quelles réponses sont les mêmes, et aucun n’est relié au nœud.',
    },
    hint: {
      en: 'Wire a chat model to it, or choose another comparison.',
      fr: 'Reliez-y un modèle de langage, ou choisissez une autre comparaison.',
    },
  },
  'equality-without-tests': {
    title: { en: 'No tests to compare by', fr: 'Pas de tests pour comparer' },
    detail: {
      en: 'Answers are to be compared by what tests say of them, and no tests are given.',
      fr: 'Les réponses doivent être comparées par leurs résultats aux tests, et aucun test n’est donné.',
    },
    hint: {
      en: 'Write tests, one a line, or choose another comparison.',
      fr: 'Écrivez des tests, un par ligne, ou choisissez une autre comparaison.',
    },
  },
  'examples-too-few': {
    title: { en: 'Too few examples', fr: 'Trop peu d’exemples' },
    detail: {
      en: 'The table holds {rows} different examples with an input and an output; at least {fewest} are needed.',
      fr: 'Le tableau contient {rows} exemples différents avec une entrée et une sortie ; il en faut au moins {fewest}.',
    },
    hint: {
      en: 'Add rows, with the input in the first column and the right output in the second.',
      fr: 'Ajoutez des lignes, avec l’entrée dans la première colonne et la sortie juste dans la deuxième.',
    },
  },
  'worked-examples-missing': {
    title: { en: 'No worked examples', fr: 'Aucun exemple résolu' },
    detail: {
      en: 'The table of worked examples needs a row at least, and three columns: question, reasoning, answer. It has {rows} rows and these columns: {columns}.',
      fr: 'Le tableau des exemples résolus doit avoir au moins une ligne et trois colonnes : question, raisonnement, réponse. Il a {rows} lignes et ces colonnes : {columns}.',
    },
    hint: {
      en: 'Write the examples into the table, or choose the method without examples.',
      fr: 'Écrivez les exemples dans le tableau, ou choisissez la méthode sans exemple.',
    },
  },
  'examples-without-embeddings': {
    title: { en: 'No embeddings to choose by', fr: 'Pas de plongements pour choisir' },
    detail: {
      en: 'Examples are to be like the question, and no embeddings are wired to the node.',
      fr: 'Les exemples doivent ressembler à la question, et aucun plongement n’est relié au nœud.',
    },
    hint: {
      en: 'Wire an embeddings node to it, or choose another way.',
      fr: 'Reliez-y un nœud de plongements, ou choisissez autrement.',
    },
  },
  'examples-without-question': {
    title: { en: 'No question to be like', fr: 'Pas de question à quoi ressembler' },
    detail: {
      en: 'Examples are to be like the question, and the question is empty.',
      fr: 'Les exemples doivent ressembler à la question, et la question est vide.',
    },
    hint: { en: 'Write or wire a question.', fr: 'Écrivez ou reliez une question.' },
  },
  'examples-too-many': {
    title: { en: 'Too many examples', fr: 'Trop d’exemples' },
    detail: {
      en: 'The table has more than {most} rows to choose from.',
      fr: 'Le tableau a plus de {most} lignes parmi lesquelles choisir.',
    },
    hint: { en: 'Filter it first.', fr: 'Filtrez-le d’abord.' },
  },
  'scorer-missing': {
    title: { en: 'No scorer', fr: 'Pas d’évaluateur' },
    detail: {
      en: 'Answers are to be scored by a scorer that is wired, and none is.',
      fr: 'Les réponses doivent être évaluées par un évaluateur relié, et aucun ne l’est.',
    },
    hint: {
      en: 'Wire one to the node, or choose a judge or tests.',
      fr: 'Reliez-en un au nœud, ou choisissez un juge ou des tests.',
    },
  },
  'grading-model-missing': {
    title: { en: 'Nothing to grade by', fr: 'Rien pour noter' },
    detail: {
      en: 'Thoughts are to be graded by a model, and there is no model on the wire or no criterion to grade by.',
      fr: 'Les pensées doivent être notées par un modèle, et il manque un modèle relié ou un critère.',
    },
    hint: {
      en: 'Wire a chat model and write a criterion, or choose a scorer that is wired.',
      fr: 'Reliez un modèle de langage et écrivez un critère, ou choisissez un évaluateur relié.',
    },
  },
  'score-not-valid': {
    title: { en: 'No score', fr: 'Pas une évaluation' },
    detail: {
      en: 'The code of the scorer must give a number, true or false, or an object with a value; it gave {given}.',
      fr: 'Le code de l’évaluateur doit donner un nombre, vrai ou faux, ou un objet avec une valeur ; il a donné {given}.',
    },
    hint: {
      en: 'Put the score on the last line of the code.',
      fr: 'Mettez l’évaluation sur la dernière ligne du code.',
    },
  },
  'thoughts-not-valid': {
    title: { en: 'No graph of thoughts', fr: 'Pas un graphe de pensées' },
    detail: {
      en: 'What arrived is no graph of thoughts, or one that is damaged or too large ({fault}).',
      fr: 'Ce qui est arrivé n’est pas un graphe de pensées, ou il est abîmé ou trop grand ({fault}).',
    },
    hint: {
      en: 'Wire the thoughts of a node that generates, scores, keeps, aggregates or refines them.',
      fr: 'Reliez les pensées d’un nœud qui en génère, évalue, garde, agrège ou affine.',
    },
  },
  'thoughts-too-many': {
    title: { en: 'Too many thoughts', fr: 'Trop de pensées' },
    detail: {
      en: 'A graph of thoughts holds at most {most} thoughts and {characters} characters; this would make more.',
      fr: 'Un graphe de pensées contient au plus {most} pensées et {characters} caractères ; cela en ferait plus.',
    },
    hint: {
      en: 'Ask for fewer thoughts each, or keep fewer before you go on.',
      fr: 'Demandez moins de pensées à la fois, ou gardez-en moins avant de continuer.',
    },
  },
} as const satisfies Catalog;
