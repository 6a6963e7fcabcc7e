import { expect, test } from 'vitest';
import { searchFlows } from './search-flows.ts';

const flows = [
  { name: 'Résumer un fichier', description: 'En trois phrases.' },
  { name: 'Talk', description: 'With memory of files' },
  { name: 'Untitled' },
];
const names = (query: string): string[] => searchFlows(flows, query).map(({ name }) => name);

test('words are found in name and description, without case and accents', () => {
  expect(names('resumer')).toEqual(['Résumer un fichier']);
  expect(names('MEMORY talk')).toEqual(['Talk']);
  expect(names('fi')).toEqual(['Résumer un fichier', 'Talk']);
});

test('an empty query finds all, one that fits nothing none', () => {
  expect(names('  ')).toHaveLength(3);
  expect(names('weaving')).toEqual([]);
});
