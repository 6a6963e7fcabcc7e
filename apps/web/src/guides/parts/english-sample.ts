/** What a model reads that knows no other language than English; a text a line. */
export const englishTexts = `The reading room closes at six on Friday because the heating is being repaired.
Your book is three weeks late. You owe two euros, and you cannot borrow until you pay.
The children’s hour moves to Saturday at ten, and parents are asked to wait outside.`;

/** Two prompts for them. */
export const englishPrompts = ['Make it shorter:', 'Write this as a letter to our readers:'] as const;
