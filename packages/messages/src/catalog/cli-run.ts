import type { Catalog } from '../message-entry.ts';

/** What `jacquard run` and `jacquard serve` say. */
export const cliRunMessages = {
  'cli-file-unreadable': {
    title: { en: 'File not readable', fr: 'Fichier illisible' },
    detail: { en: 'The file {file} can’t be read.', fr: 'Le fichier {file} ne peut pas être lu.' },
    hint: { en: 'Check its name and whether you may read it.', fr: 'Vérifiez son nom et vos droits de lecture.' },
  },
  'cli-override-unknown': {
    title: { en: 'Not open to callers', fr: 'Fermé aux appelants' },
    detail: {
      en: 'The flow lets nobody set “{input}”.[[ It lets you set: {inputs}.]]',
      fr: 'Le flux ne laisse personne régler « {input} ».[[ Il laisse régler : {inputs}.]]',
    },
    hint: {
      en: 'What callers may set stands under “overrides” in the flow.',
      fr: 'Ce que les appelants peuvent régler figure sous « overrides » dans le flux.',
    },
  },
  'cli-option-value': {
    title: { en: 'Value not understood', fr: 'Valeur non comprise' },
    detail: {
      en: '{option} takes {form}, not “{value}”.',
      fr: '{option} accepte {form}, et non « {value} ».',
    },
    hint: { en: 'jacquard --help lists the options.', fr: 'jacquard --help énumère les options.' },
  },
  'cli-option-needs': {
    title: { en: 'Option without another', fr: 'Option sans une autre' },
    detail: { en: '{option} goes with {other} only.', fr: '{option} ne va qu’avec {other}.' },
    hint: { en: 'jacquard --help lists the options.', fr: 'jacquard --help énumère les options.' },
  },
  'cli-option-against': {
    title: { en: 'Options against each other', fr: 'Options incompatibles' },
    detail: { en: '{option} doesn’t go with {other}.', fr: '{option} ne va pas avec {other}.' },
    hint: { en: 'Leave one of them out.', fr: 'Retirez l’une des deux.' },
  },
  'cli-csv-empty': {
    title: { en: 'Empty table', fr: 'Tableau vide' },
    detail: { en: '{file} holds no line.', fr: '{file} ne contient aucune ligne.' },
    hint: {
      en: 'The first line names the inputs, each further line is a run.',
      fr: 'La première ligne nomme les entrées, chaque ligne suivante est une exécution.',
    },
  },
  'cli-csv-quotes': {
    title: { en: 'Quotes not closed', fr: 'Guillemets non fermés' },
    detail: {
      en: 'In row {row} of {file} a quotation mark is missing or too many. Nothing was run.',
      fr: 'À la ligne {row} de {file}, un guillemet manque ou est en trop. Rien n’a été exécuté.',
    },
    hint: {
      en: 'Put quotes around the whole cell, and write a quotation mark within it twice.',
      fr: 'Entourez toute la cellule de guillemets, et doublez un guillemet à l’intérieur.',
    },
  },
  'cli-csv-column-twice': {
    title: { en: 'Column twice', fr: 'Colonne en double' },
    detail: { en: '{file} has two columns “{column}”.', fr: '{file} a deux colonnes « {column} ».' },
    hint: { en: 'Rename or remove one of them.', fr: 'Renommez ou supprimez l’une des deux.' },
  },
  'cli-csv-columns': {
    title: { en: 'No column is an input', fr: 'Aucune colonne n’est une entrée' },
    detail: {
      en: 'No column of {file} has the name of an input. It has: {columns}.[[ The flow takes: {inputs}.]]',
      fr: 'Aucune colonne de {file} ne porte le nom d’une entrée. Colonnes : {columns}.[[ Entrées du flux : {inputs}.]]',
    },
    hint: {
      en: 'Name the columns in the first line after the flow’s inputs.',
      fr: 'Nommez les colonnes de la première ligne d’après les entrées du flux.',
    },
  },
  'cli-csv-passed-over': {
    title: { en: 'Columns passed over', fr: 'Colonnes ignorées' },
    detail: {
      en: 'These columns are no inputs of the flow and are passed over: {columns}.',
      fr: 'Ces colonnes ne sont pas des entrées du flux et sont ignorées : {columns}.',
    },
    hint: {
      en: 'A column is given to the flow when it has the name of an input.',
      fr: 'Une colonne est donnée au flux quand elle porte le nom d’une entrée.',
    },
  },
  'cli-rows-ended': {
    title: { en: 'Rows ended', fr: 'Lignes terminées' },
    detail: {
      en: 'Of {rows} rows, {done} completed, {failed} failed, {waiting} {waiting|waits|wait} for a person.',
      fr: 'Sur {rows} lignes, {done} {done|aboutie|abouties}, {failed} en échec, {waiting} en attente d’une personne.',
    },
    hint: { en: 'Each result says how its row ended.', fr: 'Chaque résultat dit comment sa ligne s’est terminée.' },
  },
  'cli-folder-missing': {
    title: { en: 'Which folder?', fr: 'Quel dossier ?' },
    detail: {
      en: 'A folder with *.flow.json files is expected here[[, not {folder}]].',
      fr: 'Un dossier contenant des fichiers *.flow.json est attendu ici[[, et non {folder}]].',
    },
    hint: { en: 'For example: jacquard serve flows.', fr: 'Par exemple : jacquard serve flux.' },
  },
  'csv-row-uneven': {
    title: { en: 'Row of another length', fr: 'Ligne d’une autre longueur' },
    detail: {
      en: 'The row has {cells} {cells|cell|cells} for {columns} {columns|column|columns}.',
      fr: 'La ligne a {cells} {cells|cellule|cellules} pour {columns} {columns|colonne|colonnes}.',
    },
    hint: {
      en: 'Put cells that hold the separator in quotes.',
      fr: 'Mettez entre guillemets les cellules qui contiennent le séparateur.',
    },
  },
} satisfies Catalog;
