import type { Catalog } from '../message-entry.ts';

/** Reading documents: what may be wrong with a file, and what was read of it with less certainty. */
export const documentsMessages = {
  'document-format-unknown': {
    title: { en: 'This kind of file can’t be read', fr: 'Ce type de fichier ne peut pas être lu' },
    detail: {
      en: 'Files[[ of the kind ".{extension}"]] can not be read as a document.',
      fr: 'Les fichiers[[ du type ".{extension}"]] ne peuvent pas être lus comme documents.',
    },
    hint: {
      en: 'Save it as PDF, Word, OpenDocument, Excel, PowerPoint, HTML, Markdown, CSV, JSON or plain text, then add that file.',
      fr: 'Enregistrez-le en PDF, Word, OpenDocument, Excel, PowerPoint, HTML, Markdown, CSV, JSON ou texte brut, puis ajoutez ce fichier.',
    },
  },
  'document-format-old': {
    title: { en: 'An old Office format', fr: 'Ancien format Office' },
    detail: {
      en: 'The file[[ (.{extension})]] has the format of Office before 2007, or of Outlook messages, which can not be read.',
      fr: 'Le fichier[[ (.{extension})]] est au format d’Office d’avant 2007, ou des messages d’Outlook, qui ne peut pas être lu.',
    },
    hint: {
      en: 'Open it and save it as .docx, .xlsx, .pptx or PDF (a message as .eml), then add that file.',
      fr: 'Ouvrez-le et enregistrez-le en .docx, .xlsx, .pptx ou PDF (un message en .eml), puis ajoutez ce fichier.',
    },
  },
  'document-not-as-named': {
    title: { en: 'The file is not what its name says', fr: 'Le fichier n’est pas ce que dit son nom' },
    detail: {
      en: 'The name ends in ".{extension}", but the file holds something else. It may be damaged, or have been renamed.',
      fr: 'Le nom se termine par ".{extension}", mais le fichier contient autre chose. Il est peut-être abîmé, ou a été renommé.',
    },
    hint: {
      en: 'Open it in its own program: if that works, save it again; if not, get a new copy.',
      fr: 'Ouvrez-le dans son propre logiciel : si cela fonctionne, enregistrez-le de nouveau ; sinon, procurez-vous une nouvelle copie.',
    },
  },
  'document-has-password': {
    title: { en: 'The document has a password', fr: 'Le document a un mot de passe' },
    detail: {
      en: 'The document is protected by a password and can not be opened without it.',
      fr: 'Le document est protégé par un mot de passe et ne peut pas être ouvert sans lui.',
    },
    hint: {
      en: 'Open it with its password, save a copy without one, and add that copy.',
      fr: 'Ouvrez-le avec son mot de passe, enregistrez une copie sans mot de passe et ajoutez cette copie.',
    },
  },
  'document-damaged': {
    title: { en: 'The file is damaged', fr: 'Le fichier est abîmé' },
    detail: {
      en: 'The file is cut short or damaged: it can not be read as what it is.',
      fr: 'Le fichier est incomplet ou abîmé : il ne peut pas être lu comme ce qu’il est.',
    },
    hint: {
      en: 'Get it again from where it came, or open it in its own program and save it anew.',
      fr: 'Récupérez-le de nouveau là d’où il vient, ou ouvrez-le dans son propre logiciel et enregistrez-le à nouveau.',
    },
  },
  'document-empty': {
    title: { en: 'Nothing to read', fr: 'Rien à lire' },
    detail: {
      en: 'The document is empty: it holds no text.',
      fr: 'Le document est vide : il ne contient aucun texte.',
    },
    hint: {
      en: 'Check that it is the right file, and that it was saved whole.',
      fr: 'Vérifiez que c’est le bon fichier et qu’il a été enregistré en entier.',
    },
  },
  'document-too-large': {
    title: { en: 'The document is too large', fr: 'Le document est trop grand' },
    detail: {
      en: 'The document holds more than can be read at once: more than [[{limit} ]][[{bytes:bytes} ]]{what:word}.',
      fr: 'Le document contient plus que ce qui peut être lu d’un coup : plus de [[{limit} ]][[{bytes:bytes} ]]{what:word}.',
    },
    hint: {
      en: 'Split it into several files, or keep only the part that you ask about.',
      fr: 'Divisez-le en plusieurs fichiers, ou ne gardez que la partie qui vous intéresse.',
    },
  },
  'document-needs-too-much-memory': {
    title: { en: 'The document needs too much memory', fr: 'Le document demande trop de mémoire' },
    detail: {
      en: 'Reading it took more memory than there is for it[[ ({bytes:bytes})]] and was stopped. Other files are not concerned.',
      fr: 'Sa lecture a demandé plus de mémoire que prévu[[ ({bytes:bytes})]] et a été arrêtée. Les autres fichiers ne sont pas concernés.',
    },
    hint: {
      en: 'Split the document, or save it in a simpler form (PDF, plain text, CSV).',
      fr: 'Divisez le document, ou enregistrez-le sous une forme plus simple (PDF, texte brut, CSV).',
    },
  },
  'document-takes-too-long': {
    title: { en: 'The document takes too long', fr: 'Le document prend trop de temps' },
    detail: {
      en: 'Reading it was stopped after {seconds:seconds}[[, {pages} {pages|page|pages} done]]. Other files are not concerned.',
      fr: 'Sa lecture a été arrêtée après {seconds:seconds}[[, {pages} {pages|page lue|pages lues}]]. Les autres fichiers ne sont pas concernés.',
    },
    hint: {
      en: 'Split the document, or save it in a simpler form. If the machine was busy, try again.',
      fr: 'Divisez le document, ou enregistrez-le sous une forme plus simple. Si la machine était occupée, réessayez.',
    },
  },
  'document-broke-reader': {
    title: { en: 'The document could not be read', fr: 'Le document n’a pas pu être lu' },
    detail: {
      en: 'The program that reads documents failed at this one[[ ({reason})]]. Other files are not concerned.',
      fr: 'Le programme qui lit les documents a échoué sur celui-ci[[ ({reason})]]. Les autres fichiers ne sont pas concernés.',
    },
    hint: {
      en: 'Try again. If it fails again, open the file in its own program and save it anew, or as PDF.',
      fr: 'Réessayez. Si cela échoue encore, ouvrez le fichier dans son propre logiciel et enregistrez-le à nouveau, ou en PDF.',
    },
  },
  'document-file-gone': {
    title: { en: 'The file can’t be opened', fr: 'Le fichier ne peut pas être ouvert' },
    detail: {
      en: 'The file has gone, has been moved, or may not be opened by this program.',
      fr: 'Le fichier a disparu, a été déplacé, ou ce programme n’a pas le droit de l’ouvrir.',
    },
    hint: {
      en: 'Check that it is there and may be read, then try again.',
      fr: 'Vérifiez qu’il est là et lisible, puis réessayez.',
    },
  },
  'document-is-link': {
    title: { en: 'A link, not a file', fr: 'Un lien, pas un fichier' },
    detail: {
      en: 'This is a link to another place. Links are not followed, since they could lead out of the folder.',
      fr: 'C’est un lien vers un autre endroit. Les liens ne sont pas suivis, car ils pourraient mener hors du dossier.',
    },
    hint: { en: 'Put the file itself into the folder.', fr: 'Placez le fichier lui-même dans le dossier.' },
  },
  'document-archive-in-archive': {
    title: { en: 'An archive in an archive', fr: 'Une archive dans une archive' },
    detail: {
      en: 'This archive lies in another one. Only the files of the outer one are read.',
      fr: 'Cette archive se trouve dans une autre. Seuls les fichiers de l’archive extérieure sont lus.',
    },
    hint: { en: 'Unpack it and add its files.', fr: 'Décompressez-la et ajoutez ses fichiers.' },
  },
  'document-name-unsafe': {
    title: { en: 'An unsafe name in the archive', fr: 'Un nom dangereux dans l’archive' },
    detail: {
      en: 'This file’s name tries to leave the archive’s folder. It was not read.',
      fr: 'Le nom de ce fichier cherche à sortir du dossier de l’archive. Il n’a pas été lu.',
    },
    hint: {
      en: 'Make the archive anew with plain names. If it came from someone else, ask where it comes from.',
      fr: 'Refaites l’archive avec des noms simples. Si elle vient de quelqu’un d’autre, renseignez-vous sur son origine.',
    },
  },
  'archive-too-large': {
    title: { en: 'The archive is too large', fr: 'L’archive est trop grande' },
    detail: {
      en: 'Unpacked, it holds more than may be read: more than [[{limit} ]][[{bytes:bytes} ]]{what:word}. Nothing was written to the disk.',
      fr: 'Décompressée, elle contient plus que ce qui peut être lu : plus de [[{limit} ]][[{bytes:bytes} ]]{what:word}. Rien n’a été écrit sur le disque.',
    },
    hint: {
      en: 'Unpack it yourself, if you trust it, and add the files that you need.',
      fr: 'Si vous lui faites confiance, décompressez-la vous-même et ajoutez les fichiers utiles.',
    },
  },
  'archive-nothing-read': {
    title: { en: 'Nothing in the archive could be read', fr: 'Rien dans l’archive n’a pu être lu' },
    detail: {
      en: 'The archive holds {count} files, and none of them could be read, for several reasons.',
      fr: 'L’archive contient {count} fichiers, et aucun n’a pu être lu, pour plusieurs raisons.',
    },
    hint: {
      en: 'Unpack it and add its files one by one: each then says what is wrong.',
      fr: 'Décompressez-la et ajoutez ses fichiers un à un : chacun dira alors ce qui ne va pas.',
    },
  },
  'pages-scanned': {
    title: { en: 'Read from pictures', fr: 'Lu sur des images' },
    detail: {
      en: '{count} {count|page is a picture|pages are pictures} ({pages}): the letters were recognised with a confidence of {percent} %. Words and figures may be wrong.',
      fr: '{count} {count|page est une image|pages sont des images} ({pages}) : les lettres ont été reconnues avec une confiance de {percent} %. Des mots et des chiffres peuvent être faux.',
    },
    hint: {
      en: 'Compare what matters with the page itself.',
      fr: 'Comparez ce qui compte avec la page elle-même.',
    },
  },
  'pages-not-readable': {
    title: { en: 'Pages that could not be read', fr: 'Pages illisibles' },
    detail: {
      en: 'Nothing could be read of {count} {count|page|pages} ({pages}). The others were read.',
      fr: 'Rien n’a pu être lu de {count} {count|page|pages} ({pages}). Les autres ont été lues.',
    },
    hint: {
      en: 'Look at these pages: if they show text, scan them again, upright and at 300 dots per inch.',
      fr: 'Regardez ces pages : si elles montrent du texte, numérisez-les de nouveau, droites et à 300 points par pouce.',
    },
  },
  'document-embedded-not-read': {
    title: { en: 'An embedded document was not read', fr: 'Un document incorporé n’a pas été lu' },
    detail: {
      en: 'A part of the document is embedded in another format, and was left out. The rest was read.',
      fr: 'Une partie du document est incorporée dans un autre format et a été laissée de côté. Le reste a été lu.',
    },
    hint: {
      en: 'Open the document, save it anew in its own program, and add that copy.',
      fr: 'Ouvrez le document, enregistrez-le de nouveau dans son propre logiciel et ajoutez cette copie.',
    },
  },
  'sheets-hidden': {
    title: { en: 'Hidden sheets were not read', fr: 'Des feuilles masquées n’ont pas été lues' },
    detail: {
      en: '{count} {count|sheet is hidden and was|sheets are hidden and were} left out: {names}.',
      fr: '{count} {count|feuille est masquée et a été laissée|feuilles sont masquées et ont été laissées} de côté : {names}.',
    },
    hint: {
      en: 'Show the sheet in its own program and save, if it is to be read.',
      fr: 'Affichez la feuille dans son propre logiciel et enregistrez, si elle doit être lue.',
    },
  },
  'slides-hidden': {
    title: { en: 'Hidden slides were not read', fr: 'Des diapositives masquées n’ont pas été lues' },
    detail: {
      en: '{count} {count|slide is hidden and was|slides are hidden and were} left out.',
      fr: '{count} {count|diapositive est masquée et a été laissée|diapositives sont masquées et ont été laissées} de côté.',
    },
    hint: {
      en: 'Show the slides in their own program and save, if they are to be read.',
      fr: 'Affichez ces diapositives dans leur propre logiciel et enregistrez, si elles doivent être lues.',
    },
  },
  'formulas-without-values': {
    title: { en: 'Formulas without results', fr: 'Des formules sans résultat' },
    detail: {
      en: '{count} {count|cell holds a formula|cells hold formulas} whose result was never saved. {count|It is|They are} read as empty.',
      fr: '{count} {count|cellule contient une formule|cellules contiennent des formules} dont le résultat n’a jamais été enregistré. {count|Elle est lue comme vide|Elles sont lues comme vides}.',
    },
    hint: {
      en: 'Open the file in a spreadsheet program, save it, and add it again.',
      fr: 'Ouvrez le fichier dans un tableur, enregistrez-le et ajoutez-le de nouveau.',
    },
  },
} satisfies Catalog;
