const leads = [
  /^(?:the|an?) (?:correct |short |final )?answer (?:to (?:this|the|your) question )?(?:is|would be)(?: that)?[:,]?\s*/iu,
  /^(?:the|this) (?:text|passage|document|extract|excerpt|quotation|context|handbook)s? (?:says?|states?|mentions?|tells us|explains?|indicates?)(?: that)?[:,]?\s*/iu,
  /^(?:according to|based on|as stated in|as per) (?:the|this|these) (?:\p{L}+ )?(?:text|passage|document|extract|excerpt|information|context)s?(?: provided)?,?\s*/iu,
  /^la réponse (?:à (?:cette|la|votre) question )?est(?: que)?[\s:,]*/iu,
  /^(?:le|ce) (?:texte|passage|document|règlement|extrait) (?:dit|indique|précise|mentionne|explique)(?: que| qu['’])?[\s:,]*/iu,
  /^(?:selon|d['’]après) (?:le|la|les|ce|ces|l['’])\s?(?:texte|passage|document|extrait|information)s?(?: fournie?s?)?,?\s*/iu,
];

/** A sentence without what only introduces it (`The answer is:`, `D’après le texte,`) and without the quotation marks around it. */
export function stripLead(sentence: string): string {
  const bare = leads.reduce((text, lead) => text.replace(lead, ''), sentence.trim());
  return bare.replace(/^["“”«»\s]+|["“”«»\s]+$/gu, '');
}
