import { beforeEach, expect, test } from 'vitest';
import { draftKey, setDraft, useFieldDrafts } from './field-drafts.ts';

const drafts = (): Readonly<Record<string, string>> => useFieldDrafts.getState().drafts;

beforeEach(() => {
  for (const key of Object.keys(drafts())) setDraft(key, undefined);
});

test('what was typed is kept by flow, node and field until it is dropped', () => {
  setDraft(draftKey('flow', 'node', 'schema'), '{"type":');
  setDraft(draftKey('other', 'node', 'schema'), '[');
  expect(drafts()[draftKey('flow', 'node', 'schema')]).toBe('{"type":');
  setDraft(draftKey('flow', 'node', 'schema'), undefined);
  expect(Object.values(drafts())).toEqual(['[']);
});

test('the oldest go when there are too many', () => {
  for (let index = 0; index < 60; index += 1) setDraft(`flow/n${index}.json`, '{');
  expect(Object.keys(drafts())).toHaveLength(50);
  expect(drafts()['flow/n59.json']).toBe('{');
  expect(drafts()['flow/n0.json']).toBeUndefined();
});
