/** Words that speak about the text or the answer, that only allow or deny, and ones that add nothing. Folded, English and French. */
export const fillerWords: ReadonlySet<string> = new Set(
  `answer question text passage document documents information indeed also therefore however example access simply generally specific available
   mentioned stated says provides clear clearly means mean item items place part time times stay stays stayed old anyone someone
   allowed permitted forbidden prohibited possible impossible needed necessary required able
   reponse question texte passage document information indique egalement aussi donc cependant exemple simplement precise disponible lieu partie fois
   autorise autorisee permis permise interdit interdite possible impossible necessaire obligatoire inutile`.split(
    /\s+/,
  ),
);
