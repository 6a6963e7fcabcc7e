/** What the forms say by which a person answers a run that waits. */
export const pause = {
  'pause.ask-approve': 'Is this right?',
  'pause.ask-edit': 'Change the text as it should be.',
  'pause.ask-choose': 'Which one?',
  'pause.ask-thoughts': 'Which thoughts go on?',
  'pause.approve': 'Approve',
  'pause.reject': 'Reject',
  'pause.comment': 'Comment (if you wish)',
  'pause.text': 'Text',
  'pause.go-on': 'Go on',
  'pause.add-thought': 'Add thoughts of your own, one a line',
  'pause.most-thoughts_one': 'At most {{count}} goes on; {{chosen}} chosen.',
  'pause.most-thoughts_other': 'At most {{count}} go on; {{chosen}} chosen.',
  'pause.stop-search': 'End the search here',
} as const;
