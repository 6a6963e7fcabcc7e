import type { Catalog } from '../message-entry.ts';

const input = { en: 'Inputs', fr: 'Entrées' };
const output = { en: 'Outputs', fr: 'Sorties' };
const override = { en: 'What callers may change', fr: 'Ce que les appelants peuvent changer' };

/** What differs between two interfaces of a flow: told before a version is published. */
export const interfaceChangesMessages = {
  'interface-input-removed': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] is gone. Calls that give it are refused.',
      fr: 'L’entrée "{id}"[[ ({title})]] a disparu. Les appels qui la donnent sont refusés.',
    },
  },
  'interface-input-required-added': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] is new and must be given. Calls without it are refused.',
      fr: 'L’entrée "{id}"[[ ({title})]] est nouvelle et obligatoire. Les appels sans elle sont refusés.',
    },
  },
  'interface-input-added': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] is new and may be left out.',
      fr: 'L’entrée "{id}"[[ ({title})]] est nouvelle et facultative.',
    },
  },
  'interface-input-now-required': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] must be given now. Calls without it are refused.',
      fr: 'L’entrée "{id}"[[ ({title})]] devient obligatoire. Les appels sans elle sont refusés.',
    },
  },
  'interface-input-now-optional': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] may be left out now.',
      fr: 'L’entrée "{id}"[[ ({title})]] devient facultative.',
    },
  },
  'interface-input-kind-changed': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] took {before:kind}; now it takes {after:kind}.',
      fr: 'L’entrée "{id}"[[ ({title})]] attendait : {before:kind}. Elle attend maintenant : {after:kind}.',
    },
  },
  'interface-input-options-removed': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] no longer takes: {options}.',
      fr: 'L’entrée "{id}"[[ ({title})]] n’accepte plus : {options}.',
    },
  },
  'interface-input-bounds-tightened': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] has narrower bounds now.[[ At least {min}.]][[ At most {max}.]]',
      fr: 'L’entrée "{id}"[[ ({title})]] a des bornes plus étroites.[[ Au moins {min}.]][[ Au plus {max}.]]',
    },
  },
  'interface-input-narrowed': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] refuses values that it took before (at {place}).',
      fr: 'L’entrée "{id}"[[ ({title})]] refuse des valeurs qu’elle acceptait (à {place}).',
    },
  },
  'interface-input-widened': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] takes more values than before.',
      fr: 'L’entrée "{id}"[[ ({title})]] accepte plus de valeurs qu’avant.',
    },
  },
  'interface-input-default-changed': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] has another default.',
      fr: 'L’entrée "{id}"[[ ({title})]] a une autre valeur par défaut.',
    },
  },
  'interface-input-described': {
    title: input,
    detail: {
      en: 'The input "{id}"[[ ({title})]] is described otherwise.',
      fr: 'L’entrée "{id}"[[ ({title})]] est décrite autrement.',
    },
  },
  'interface-output-removed': {
    title: output,
    detail: {
      en: 'The output "{id}"[[ ({title})]] is gone.',
      fr: 'La sortie "{id}"[[ ({title})]] a disparu.',
    },
  },
  'interface-output-added': {
    title: output,
    detail: {
      en: 'The output "{id}"[[ ({title})]] is new.',
      fr: 'La sortie "{id}"[[ ({title})]] est nouvelle.',
    },
  },
  'interface-output-kind-changed': {
    title: output,
    detail: {
      en: 'The output "{id}"[[ ({title})]] gave {before:kind}; now it gives {after:kind}.',
      fr: 'La sortie "{id}"[[ ({title})]] donnait : {before:kind}. Elle donne maintenant : {after:kind}.',
    },
  },
  'interface-output-widened': {
    title: output,
    detail: {
      en: 'The output "{id}"[[ ({title})]] can give values that it didn’t before (at {place}).',
      fr: 'La sortie "{id}"[[ ({title})]] peut donner des valeurs qu’elle ne donnait pas (à {place}).',
    },
  },
  'interface-output-narrowed': {
    title: output,
    detail: {
      en: 'The output "{id}"[[ ({title})]] gives fewer kinds of values than before.',
      fr: 'La sortie "{id}"[[ ({title})]] donne moins de valeurs différentes qu’avant.',
    },
  },
  'interface-output-described': {
    title: output,
    detail: {
      en: 'The output "{id}"[[ ({title})]] is described otherwise.',
      fr: 'La sortie "{id}"[[ ({title})]] est décrite autrement.',
    },
  },
  'interface-override-removed': {
    title: override,
    detail: {
      en: 'Callers may no longer change "{id}". Calls that do are refused.',
      fr: 'Les appelants ne peuvent plus changer "{id}". Les appels qui le font sont refusés.',
    },
  },
  'interface-override-added': {
    title: override,
    detail: { en: 'Callers may change "{id}" now.', fr: 'Les appelants peuvent maintenant changer "{id}".' },
  },
  'interface-override-kind-changed': {
    title: override,
    detail: {
      en: 'For "{id}" callers gave {before:kind}; now they give {after:kind}.',
      fr: 'Pour "{id}", les appelants donnaient : {before:kind}. Ils donnent maintenant : {after:kind}.',
    },
  },
  'interface-override-narrowed': {
    title: override,
    detail: {
      en: 'For "{id}" callers may give fewer values than before (at {place}).',
      fr: 'Pour "{id}", les appelants peuvent donner moins de valeurs qu’avant (à {place}).',
    },
  },
  'interface-override-widened': {
    title: override,
    detail: {
      en: 'For "{id}" callers may give more values than before.',
      fr: 'Pour "{id}", les appelants peuvent donner plus de valeurs qu’avant.',
    },
  },
} satisfies Catalog;
