import { choice, number, text } from './port.ts';
import { codeLanguages } from './sandbox-service.ts';

const mebibyte = 1024 ** 2;

/** What nodes that run code are given alike. */
export const codeInputs = {
  language: choice(codeLanguages, { label: { en: 'Language', fr: 'Langage' }, default: 'python' }),
  code: text({ label: { en: 'Code', fr: 'Code' }, multiline: true, field: 'code' }),
} as const;

/** Limits that a person may set. */
export const limitInputs = {
  timeout: number({
    label: { en: 'Most time', fr: 'Temps maximal' },
    unit: 's',
    min: 0.1,
    max: 300,
    default: 10,
    advanced: true,
  }),
  memory: number({
    label: { en: 'Most memory', fr: 'Mémoire maximale' },
    unit: 'MB',
    integer: true,
    min: 64,
    max: 1024,
    default: 256,
    advanced: true,
  }),
} as const;

/** The limits as the sandbox takes them. */
export function limitsOf({ timeout, memory }: { readonly timeout: number; readonly memory: number }) {
  return { time: Math.round(timeout * 1000), memory: memory * mebibyte };
}
