export const publishing = {
  'publishing.publish': 'Publier…',
  'publishing.none':
    'Pas encore publié : les programmes ne peuvent appeler que le brouillon, tel que le montre le canevas.',
  'publishing.current': 'Les appelants obtiennent la version {{number}}, publiée {{ago}}.',
  'publishing.folder':
    'Ce projet est un dossier : qui appelle le flux obtient son fichier tel qu’il est enregistré. Gardez les versions avec git.',
  'publishing.badge-current': 'Les appelants l’obtiennent',
  'publishing.badge-published': 'Publiée',
  'publishing.title': 'Publier le flux',
  'publishing.title-version': 'Publier la version {{number}}',
  'publishing.title-back': 'Revenir à la version {{number}}',
  'publishing.loading': 'Comparaison avec ce qui est publié…',
  'publishing.first':
    'C’est la première version publiée. Dès lors, les programmes appellent « {{id}} » et l’obtiennent, quoi que vous changiez sur le canevas.',
  'publishing.same': 'Les appelants obtiennent déjà cet état précis.',
  'publishing.nothing': 'Rien ne change pour ceux qui appellent le flux : mêmes entrées, mêmes sorties.',
  'publishing.breaks_one': '{{count}} changement casserait des programmes qui appellent le flux',
  'publishing.breaks_other': '{{count}} changements casseraient des programmes qui appellent le flux',
  'publishing.breaks-hint':
    'Vous pouvez publier quand même. Les programmes qui appellent la version {{number}} par son numéro, ou par une étiquette qui y reste, gardent ce qu’ils ont.',
  'publishing.others': 'Autres changements pour les appelants',
  'publishing.issues_one': '{{count}} point est à corriger d’abord',
  'publishing.issues_other': '{{count}} points sont à corriger d’abord',
  'publishing.back-text':
    'Les appelants obtiennent à nouveau la version {{number}}. Le flux sur le canevas reste tel qu’il est.',
  'publishing.name': 'Nom (facultatif)',
  'publishing.label': 'Étiquette (facultative)',
  'publishing.label-hint':
    'Par exemple production. Les programmes peuvent appeler le flux par elle ; vous la déplacez à la main.',
  'publishing.now': 'Publier',
  'publishing.anyway': 'Publier quand même',
  'publishing.back': 'Revenir à cette version',
  'publishing.back-anyway': 'Y revenir quand même',
  'publishing.done': 'La version {{number}} est publiée : les appelants l’obtiennent maintenant.',
  'publishing.menu-publish': 'Publier…',
  'publishing.menu-back': 'Y faire revenir les appelants…',
  'publishing.menu-labels': 'Étiquettes…',
  'publishing.menu-withdraw': 'Retirer de la publication…',
  'publishing.labels-title': 'Étiquettes de la version {{number}}',
  'publishing.labels-none': 'Aucune étiquette ne désigne cette version.',
  'publishing.labels-remove': 'Retirer l’étiquette {{label}}',
  'publishing.labels-add': 'Nouvelle étiquette, ou une à déplacer ici',
  'publishing.labels-set': 'La mettre ici',
  'publishing.labels-moves': 'Elle désigne actuellement la version {{number}}.',
  'publishing.withdraw-title': 'Retirer la version {{number}} de la publication ?',
  'publishing.withdraw-text':
    'Les programmes qui l’appellent par son numéro obtiennent dès lors une erreur. Elle reste parmi vos versions et peut être publiée à nouveau.',
  'publishing.withdraw-last':
    'C’est celle qu’obtiennent les appelants : sans autre version publiée, ils obtiennent une erreur.',
  'publishing.withdraw': 'Retirer',
  'publishing.callers': 'Ce que les appelants peuvent changer',
  'publishing.callers-hint':
    'Les programmes qui appellent le flux peuvent donner une autre valeur à ces champs, le temps d’un appel. Tous les autres restent comme ici.',
  'publishing.callers-field': 'Les appelants peuvent changer « {{field}} »',
  'publishing.callers-wired': 'Elle arrive maintenant par un lien : ce que donnent les appelants n’est pas pris.',
} as const;
