/** What the forms say by which a person answers a run that waits. */
export const pause = {
  'pause.ask-approve': 'Est-ce correct ?',
  'pause.ask-edit': 'Modifiez le texte comme il doit être.',
  'pause.ask-choose': 'Lequel ?',
  'pause.ask-thoughts': 'Quelles pensées continuent ?',
  'pause.approve': 'Approuver',
  'pause.reject': 'Rejeter',
  'pause.comment': 'Commentaire (facultatif)',
  'pause.text': 'Texte',
  'pause.go-on': 'Continuer',
  'pause.add-thought': 'Ajoutez vos propres pensées, une par ligne',
  'pause.most-thoughts_one': '{{count}} pensée au plus continue ; choisies : {{chosen}}.',
  'pause.most-thoughts_other': '{{count}} pensées au plus continuent ; choisies : {{chosen}}.',
  'pause.stop-search': 'Arrêter la recherche ici',
} as const;
