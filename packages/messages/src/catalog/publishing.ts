import type { Catalog } from '../message-entry.ts';

/** Published versions, their labels, and what callers of a flow may set. */
export const publishingMessages = {
  'override-node-unknown': {
    title: { en: 'No such node', fr: 'Nœud introuvable' },
    detail: {
      en: 'Callers may change "{override}", and there is no node "{id}".[[ Did you mean "{near}"?]]',
      fr: 'Les appelants peuvent changer "{override}", mais il n’y a pas de nœud "{id}".[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: {
      en: 'Take it off the list "overrides", or correct it.',
      fr: 'Retirez-la de la liste "overrides", ou corrigez-la.',
    },
  },
  'override-input-unknown': {
    title: { en: 'No such input', fr: 'Entrée introuvable' },
    detail: {
      en: 'Callers may change "{override}", and this node has no input "{input}".[[ Did you mean "{near}"?]]',
      fr: 'Les appelants peuvent changer "{override}", mais ce nœud n’a pas d’entrée "{input}".[[ Vouliez-vous dire "{near}" ?]]',
    },
    hint: {
      en: 'Take it off the list "overrides", or correct it.',
      fr: 'Retirez-la de la liste "overrides", ou corrigez-la.',
    },
  },
  'override-wired': {
    title: { en: 'Callers can’t change this', fr: 'Les appelants ne peuvent pas changer ceci' },
    detail: {
      en: '"{input}" comes by a link, so what a caller gives for it would be lost.',
      fr: '"{input}" arrive par un lien : ce qu’un appelant donnerait serait perdu.',
    },
    hint: {
      en: 'Remove the link, or no longer let callers change it.',
      fr: 'Retirez le lien, ou ne laissez plus les appelants la changer.',
    },
  },
  'override-twice': {
    title: { en: 'Listed twice', fr: 'Deux fois dans la liste' },
    detail: {
      en: '"{override}" stands twice in the list of what callers may change.',
      fr: '"{override}" figure deux fois dans la liste de ce que les appelants peuvent changer.',
    },
    hint: { en: 'Remove one of them.', fr: 'Retirez l’une des deux.' },
  },
  'override-refused': {
    title: { en: 'Callers may never change this', fr: 'Les appelants ne peuvent jamais changer ceci' },
    detail: {
      en: '"{input}" stands in the list of what callers may change; {reason:word}.',
      fr: '"{input}" figure dans la liste de ce que les appelants peuvent changer ; {reason:word}.',
    },
    hint: {
      en: 'Take "{override}" off the list "overrides".',
      fr: 'Retirez "{override}" de la liste "overrides".',
    },
  },
  'override-not-allowed': {
    title: { en: 'This can’t be changed by a caller', fr: 'Un appelant ne peut pas changer ceci' },
    detail: {
      en: 'The flow lets no caller change "{override}".[[ What it lets them change: {allowed}.]]',
      fr: 'Le flux ne laisse aucun appelant changer "{override}".[[ Ce qu’il laisse changer : {allowed}.]]',
    },
    hint: {
      en: 'Leave it out of "overrides", or allow it in the flow and publish that.',
      fr: 'Retirez-le de "overrides", ou autorisez-le dans le flux et publiez celui-ci.',
    },
  },
  'override-invalid': {
    title: { en: 'A value that doesn’t fit', fr: 'Une valeur qui ne convient pas' },
    detail: {
      en: 'The value given for "{override}" is none that this field takes.[[ It takes {expected:kind}.]][[ At least {min}.]][[ At most {max}.]][[ One of these: {options}.]][[ It differs from the schema at {place}.]]',
      fr: 'La valeur donnée pour "{override}" n’en est pas une que ce champ accepte.[[ Il attend : {expected:kind}.]][[ Au moins {min}.]][[ Au plus {max}.]][[ L’une de celles-ci : {options}.]][[ Elle s’écarte du schéma à {place}.]]',
    },
    hint: {
      en: 'Give a value as the flow’s interface describes it.',
      fr: 'Donnez une valeur telle que l’interface du flux la décrit.',
    },
  },
  'version-not-published': {
    title: { en: 'Not a published version', fr: 'Pas une version publiée' },
    detail: {
      en: 'Version {version} of the flow "{id}" is not published, or no longer.',
      fr: 'La version {version} du flux "{id}" n’est pas publiée, ou ne l’est plus.',
    },
    hint: {
      en: 'Call a published version, or publish this one.',
      fr: 'Appelez une version publiée, ou publiez celle-ci.',
    },
  },
  'version-published': {
    title: { en: 'The version is published', fr: 'La version est publiée' },
    detail: {
      en: 'Version {version} of the flow "{id}" can’t be deleted: programs may call it.',
      fr: 'La version {version} du flux "{id}" ne peut pas être supprimée : des programmes peuvent l’appeler.',
    },
    hint: { en: 'Withdraw it first.', fr: 'Retirez-la d’abord de la publication.' },
  },
  'version-labelled': {
    title: { en: 'A label names this version', fr: 'Une étiquette désigne cette version' },
    detail: {
      en: 'Version {version} is what {labels} stands for; who calls that would get nothing.',
      fr: 'La version {version} est celle que désigne {labels} ; qui l’appelle n’obtiendrait plus rien.',
    },
    hint: {
      en: 'Move the label to another version, or remove it.',
      fr: 'Déplacez l’étiquette vers une autre version, ou retirez-la.',
    },
  },
  'label-not-found': {
    title: { en: 'No such label', fr: 'Étiquette introuvable' },
    detail: {
      en: 'The flow "{id}" has no label "{label}".[[ It has: {labels}.]]',
      fr: 'Le flux "{id}" n’a pas d’étiquette "{label}".[[ Il a : {labels}.]]',
    },
    hint: { en: 'Call one of its labels or a version.', fr: 'Appelez l’une de ses étiquettes ou une version.' },
  },
  'label-invalid': {
    title: { en: 'This can’t be a label', fr: 'Ceci ne peut pas être une étiquette' },
    detail: {
      en: '"{label}" can’t be a label: it has up to 40 small letters, digits and hyphens, begins with a letter, and is not "draft".',
      fr: '"{label}" ne peut pas être une étiquette : elle a au plus 40 minuscules, chiffres et traits d’union, commence par une lettre, et n’est pas "draft".',
    },
    hint: { en: 'Take one such as "production".', fr: 'Prenez par exemple "production".' },
  },
  'too-many-labels': {
    title: { en: 'Too many labels', fr: 'Trop d’étiquettes' },
    detail: { en: 'A flow has at most {most} labels.', fr: 'Un flux a au plus {most} étiquettes.' },
    hint: { en: 'Remove one that nobody calls.', fr: 'Retirez-en une que personne n’appelle.' },
  },
  'publishing-in-folder': {
    title: { en: 'The files are what is published', fr: 'Ce sont les fichiers qui sont publiés' },
    detail: {
      en: 'This project is a folder: whoever calls the flow "{id}" gets its file as it is saved.',
      fr: 'Ce projet est un dossier : qui appelle le flux "{id}" obtient son fichier tel qu’il est enregistré.',
    },
    hint: {
      en: 'Keep versions with git, and serve the folder at the commit that you want.',
      fr: 'Gardez les versions avec git, et servez le dossier au commit voulu.',
    },
  },
} satisfies Catalog;
