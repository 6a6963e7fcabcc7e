import type { Catalog } from '../message-entry.ts';

/** What files of flow tests can be wrong in. */
export const flowTestFilesMessages = {
  'test-not-json': {
    title: { en: 'Not JSON', fr: 'Pas du JSON' },
    detail: {
      en: 'The test’s file stops being JSON at line {line}, column {column}.',
      fr: 'Le fichier de test cesse d’être du JSON à la ligne {line}, colonne {column}.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-key-twice': {
    title: { en: 'A key stands twice', fr: 'Une clé deux fois' },
    detail: {
      en: '"{key}" stands twice in the test’s file: again at line {line}, column {column}.',
      fr: '« {key} » figure deux fois dans le fichier de test : de nouveau à la ligne {line}, colonne {column}.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-format-missing': {
    title: { en: 'Not a file of tests', fr: 'Pas un fichier de tests' },
    detail: {
      en: 'The file doesn’t begin with "jacquard-test": 1, so it is no file of flow tests.',
      fr: 'Le fichier ne commence pas par "jacquard-test": 1 : ce n’est pas un fichier de tests de flux.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-format-newer': {
    title: { en: 'Made by a newer Jacquard', fr: 'Fait par un Jacquard plus récent' },
    detail: {
      en: 'The tests are of format {format}, which this version doesn’t know.',
      fr: 'Les tests sont au format {format}, que cette version ne connaît pas.',
    },
    hint: { en: 'Update Jacquard.', fr: 'Mettez Jacquard à jour.' },
  },
  'test-key-unknown': {
    title: { en: 'Unknown key', fr: 'Clé inconnue' },
    detail: {
      en: 'There is no key "{key}" here[[ ({place})]].[[ Did you mean "{near}"?]]',
      fr: 'Il n’y a pas de clé "{key}" ici[[ ({place})]].[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-value-wrong': {
    title: { en: 'A value that doesn’t fit', fr: 'Une valeur qui ne convient pas' },
    detail: {
      en: 'The value[[ of {place}]] doesn’t fit: {fault}.',
      fr: 'La valeur[[ de {place}]] ne convient pas : {fault}.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-assertion-kind': {
    title: { en: 'Nothing or too much expected', fr: 'Rien ou trop d’attendu' },
    detail: {
      en: 'Each entry of "expect" says one thing: {kinds}. This one[[ ({place})]] says none or several.',
      fr: 'Chaque entrée de "expect" dit une seule chose : {kinds}. Celle-ci[[ ({place})]] n’en dit aucune, ou plusieurs.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-assertion-output': {
    title: { en: 'Expected of which output?', fr: 'Attendu de quelle sortie ?' },
    detail: {
      en: 'What is expected[[ ({place})]] names no output.',
      fr: 'Ce qui est attendu[[ ({place})]] ne nomme aucune sortie.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-assertion-of-run': {
    title: { en: 'Of the run, not of an output', fr: 'De l’exécution, pas d’une sortie' },
    detail: {
      en: 'What is expected[[ ({place})]] is of the whole run and names an output.',
      fr: 'Ce qui est attendu[[ ({place})]] concerne toute l’exécution et nomme une sortie.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-case-twice': {
    title: { en: 'Two cases of one name', fr: 'Deux cas de même nom' },
    detail: { en: 'Two cases are called "{name}".', fr: 'Deux cas s’appellent "{name}".' },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-input-unknown': {
    title: { en: 'No such input', fr: 'Pas d’entrée de ce nom' },
    detail: {
      en: '"{case}" sets the input "{port}", which the flow doesn’t have.[[ Did you mean "{near}"?]]',
      fr: '"{case}" remplit l’entrée "{port}", que le flux n’a pas.[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-input-missing': {
    title: { en: 'An input is missing', fr: 'Une entrée manque' },
    detail: {
      en: '"{case}" sets no value for the input "{input}", which the flow needs.',
      fr: '"{case}" ne donne pas de valeur à l’entrée "{input}", dont le flux a besoin.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-output-unknown': {
    title: { en: 'No such output', fr: 'Pas de sortie de ce nom' },
    detail: {
      en: '"{case}" expects something of the output "{port}", which the flow doesn’t have.[[ Did you mean "{near}"?]]',
      fr: '"{case}" attend quelque chose de la sortie "{port}", que le flux n’a pas.[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-dataset-source': {
    title: { en: 'Where are the rows?', fr: 'Où sont les lignes ?' },
    detail: { en: 'A dataset has either a file or rows.', fr: 'Un jeu de données a soit un fichier, soit des lignes.' },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-column-outside': {
    title: { en: 'Columns are for datasets', fr: 'Les colonnes sont pour les jeux de données' },
    detail: {
      en: '"{case}" names a column, and only a dataset has rows.',
      fr: '"{case}" nomme une colonne, et seul un jeu de données a des lignes.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-column-missing': {
    title: { en: 'A column is missing', fr: 'Une colonne manque' },
    detail: {
      en: 'Row {row} of the dataset has no column "{column}".',
      fr: 'La ligne {row} du jeu de données n’a pas de colonne "{column}".',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-too-many-rows': {
    title: { en: 'Too many rows', fr: 'Trop de lignes' },
    detail: {
      en: 'A dataset of a test has at most {most} rows.',
      fr: 'Un jeu de données de test a au plus {most} lignes.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-conversation-too-long': {
    title: { en: 'Too long a conversation for a test', fr: 'Conversation trop longue pour un test' },
    detail: {
      en: 'Before the run stand {count} messages; a test holds {most}.',
      fr: '{count} messages précèdent l’exécution ; un test en contient au plus {most}.',
    },
    hint: {
      en: 'Make the test of a run earlier in the conversation.',
      fr: 'Faites le test d’une exécution plus proche du début de la conversation.',
    },
  },
  'test-too-many-cases': {
    title: { en: 'The test is full', fr: 'Le test est plein' },
    detail: { en: 'A file of tests holds {most} cases.', fr: 'Un fichier de tests contient au plus {most} cas.' },
    hint: {
      en: 'Let cases go that are no longer needed, or put the case into another file of tests.',
      fr: 'Retirez des cas devenus inutiles, ou placez le cas dans un autre fichier de tests.',
    },
  },
  'test-dataset-unreadable': {
    title: { en: 'The dataset can’t be read', fr: 'Jeu de données illisible' },
    detail: {
      en: '"{file}" is neither a table (CSV) nor a list of objects (JSON), or it is too large.',
      fr: '"{file}" n’est ni une table (CSV) ni une liste d’objets (JSON), ou il est trop grand.',
    },
    hint: { en: 'Save the table as CSV beside the flow.', fr: 'Enregistrez la table en CSV à côté du flux.' },
  },
  'test-recorded-broken': {
    title: { en: 'The recording can’t be read', fr: 'Enregistrement illisible' },
    detail: {
      en: '"{file}" isn’t a recording of flow tests.',
      fr: '"{file}" n’est pas un enregistrement de tests de flux.',
    },
    hint: { en: 'Record the cases again.', fr: 'Réenregistrez les cas.' },
  },
  'test-exists': {
    title: { en: 'The name is taken', fr: 'Le nom est pris' },
    detail: { en: 'There is a test "{id}" already.', fr: 'Il y a déjà un test "{id}".' },
    hint: { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
  },
  'test-not-found': {
    title: { en: 'No such test', fr: 'Pas de test de ce nom' },
    detail: { en: 'There is no test "{id}" of this flow.', fr: 'Ce flux n’a pas de test "{id}".' },
    hint: {
      en: 'Look for it in the Tests panel: it may have been renamed or deleted.',
      fr: 'Cherchez-le dans le panneau Tests : il a pu être renommé ou supprimé.',
    },
  },
  'test-changed': {
    title: { en: 'The test has changed', fr: 'Le test a changé' },
    detail: {
      en: '"{id}" was saved by somebody else in the meantime. Nothing was written.',
      fr: '"{id}" a été enregistré par quelqu’un d’autre entre-temps. Rien n’a été écrit.',
    },
    hint: { en: 'Load it again and make the change once more.', fr: 'Rechargez-le et refaites la modification.' },
  },
  'test-name-unusable': {
    title: { en: 'No name for a file', fr: 'Pas un nom de fichier' },
    detail: {
      en: '"{id}" can’t be the name of a test’s file.',
      fr: '"{id}" ne peut pas être le nom d’un fichier de test.',
    },
    hint: {
      en: 'Use letters, digits, points, hyphens and underscores, and begin with a letter or digit.',
      fr: 'Employez lettres, chiffres, points, tirets et soulignés, et commencez par une lettre ou un chiffre.',
    },
  },
  'test-file-unreadable': {
    title: { en: 'The file can’t be read', fr: 'Fichier illisible' },
    detail: {
      en: '"{file}" is no plain file, or too large.',
      fr: '"{file}" n’est pas un simple fichier, ou il est trop grand.',
    },
    hint: {
      en: 'Put a plain file of at most 32 MB in its place.',
      fr: 'Mettez à sa place un simple fichier de 32 Mo au plus.',
    },
  },
  'test-broken': {
    title: { en: 'The test can’t be read', fr: 'Test illisible' },
    detail: {
      en: 'The file of the test "{id}" has mistakes: nothing can be run or changed until they are put right.',
      fr: 'Le fichier du test "{id}" a des fautes : rien ne peut être exécuté ni modifié avant leur correction.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-has-issues': {
    title: { en: 'The test doesn’t fit its flow', fr: 'Le test ne convient pas à son flux' },
    detail: {
      en: 'The test "{id}" has mistakes that keep it from running.',
      fr: 'Le test "{id}" a des fautes qui l’empêchent de s’exécuter.',
    },
    hint: {
      en: 'Put it right in the file of the test, or in the form of the Tests panel.',
      fr: 'Corrigez-le dans le fichier du test, ou dans le formulaire du panneau Tests.',
    },
  },
  'test-case-not-found': {
    title: { en: 'No such case', fr: 'Pas de cas de ce nom' },
    detail: { en: 'The test has no case "{case}".', fr: 'Le test n’a pas de cas "{case}".' },
    hint: { en: 'Load it again and make the change once more.', fr: 'Rechargez-le et refaites la modification.' },
  },
} as const satisfies Catalog;
