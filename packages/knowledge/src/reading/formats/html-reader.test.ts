import { expect, test } from 'vitest';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { htmlReader } from './html-reader.ts';

test('what is seen of a page is read, in order, and nothing else', async () => {
  const page = `<!doctype html><html lang="fr-CA"><head><title>Les
    horaires</title><style>p { color: red }</style></head><body>
    <nav><a href="/">Accueil</a></nav><script>alert(1)</script><p hidden>no</p><div style="display: none">no</div>
    <main><h1>Horaires d&rsquo;<em>&eacute;t&eacute;</em></h1>
    Ouvert le <b>samedi</b>,<br>de 10&nbsp;h
    à 18 h<p>Fermé en <q>août</q>.<p>Sauf le 15.
    <a href="x"><div>Une carte</div></a>
    <ul><li>livres <i>neufs</i><ul><li>romans</li></ul><li><p>films</p></ul>
    <pre>  x = 1\n  y = 2</pre></main></body></html>`;
  const read = await readBytes(htmlReader, page);
  expect(read.lines).toEqual([
    'heading 1: Horaires d’été',
    'paragraph: Ouvert le samedi,\nde 10 h à 18 h',
    'paragraph: Fermé en “août”.',
    'paragraph: Sauf le 15.',
    'paragraph: Une carte',
    'list-item: livres neufs',
    'list-item: romans',
    'list-item: films',
    'code:   x = 1\n  y = 2',
  ]);
  expect(read).toMatchObject({ title: 'Les horaires', language: 'fr' });
});

test('tables of data keep caption, header and merged cells; tables that lay out the page are text', async () => {
  const data = `<table><caption>Tarifs</caption><thead><tr><th rowspan=2>Qui<th colspan=2>Prix</tr><tr><th>mois<th>an</tr></thead>
    <tbody><tr><td rowspan="2">adultes<td>2&nbsp;€<td>12 €</tr><tr><td>3 €<td>14 €</tr></tbody></table>`;
  const read = await readBytes(htmlReader, `<table><tr><td>menu</td><td><h2>Page</h2>${data}</td></tr></table>`);
  expect(read.lines.slice(0, 3)).toEqual(['paragraph: menu', 'heading 2: Page', 'paragraph: Tarifs']);
  expect(tablesOf(read)).toEqual([
    {
      name: 'Tarifs',
      header: ['Qui', 'Prix mois', 'Prix an'],
      rows: ['3: adultes | 2 € | 12 €', '4: adultes | 3 € | 14 €'],
    },
  ]);
});

test('the encoding that a page declares is taken, and one that it lies about is not', async () => {
  const declared = Buffer.from(
    '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>\xe9t\xe9',
    'latin1',
  );
  expect((await readBytes(htmlReader, declared)).text).toBe('été');
  expect((await readBytes(htmlReader, Buffer.from('<meta charset=utf-8><p>\xe9t\xe9', 'latin1'))).text).toBe('été');
});

test('deep nesting loses no text, endless nesting is refused, large spans are bounded', async () => {
  expect((await readBytes(htmlReader, `${'<div>'.repeat(3_000)}deep`)).text).toBe('deep');
  await expect(readBytes(htmlReader, '<div>'.repeat(100_000))).rejects.toMatchObject({ code: 'document-damaged' });
  const wide = `<table><tr>${'<td colspan=1000>x</td>'.repeat(100)}</table>`;
  await expect(readBytes(htmlReader, wide)).rejects.toMatchObject({ code: 'document-too-large' });
});
