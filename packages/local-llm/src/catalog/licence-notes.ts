/** What a person should know of licences that aren't free ones. */
export const licenceNotes = {
  gemma: {
    en: 'Google’s terms of use: free to use, also for work, but with a list of forbidden uses that must be handed on.',
    fr: 'Conditions d’utilisation de Google : usage libre, même professionnel, mais avec une liste d’usages interdits à transmettre.',
  },
  llama: {
    en: 'Meta’s licence: free below 700 million users a month, with a list of forbidden uses; what is built with it must say “Built with Llama”.',
    fr: 'Licence de Meta : libre en dessous de 700 millions d’utilisateurs par mois, avec une liste d’usages interdits ; ce qui en est fait doit indiquer « Built with Llama ».',
  },
} as const;
