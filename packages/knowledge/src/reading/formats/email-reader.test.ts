import { expect, test } from 'vitest';
import { readBytes, tablesOf } from '../testing/read-bytes.ts';
import { emailReader } from './email-reader.ts';

const head = [
  'From: =?UTF-8?Q?L=C3=A9a_Martin?= <lea@library.example>',
  'To: Staff: Bob <bob@library.example>, eve@library.example;',
  'Date: Tue, 3 Mar 2026 10:15:00 +0100',
  'Subject: =?ISO-8859-1?Q?Horaires_d=27=E9t=E9?=',
  'MIME-Version: 1.0',
];

test('subject, people, date and text are read; attachments are handed on, pictures in the text are not', async () => {
  const message = [
    ...head,
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=ISO-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Bonjour,',
    '',
    'Nous fermons en ao=FBt.',
    '',
    '--b',
    'Content-Type: text/csv',
    'Content-Disposition: attachment; filename="../tarifs.csv"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('a;b\n1;2').toString('base64'),
    '--b',
    'Content-Type: image/png; name="logo.png"',
    'Content-Disposition: inline; filename="logo.png"',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--b--',
    '',
  ];
  const read = await readBytes(emailReader, message.join('\r\n'));
  expect(read.lines).toEqual([
    "heading 1: Horaires d'été",
    'paragraph: From: Léa Martin <lea@library.example>\nTo: Bob <bob@library.example>, eve@library.example\nDate: Tue, 3 Mar 2026 10:15:00 +0100',
    'paragraph: Bonjour,',
    'paragraph: Nous fermons en août.',
  ]);
  expect(read.title).toBe("Horaires d'été");
  expect(read.attachments?.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ['../tarifs.csv', 'a;b\n1;2'],
  ]);
});

test('a message of HTML alone is read as its page shows', async () => {
  const message = [
    ...head,
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Bonjour <b>Bob</b></p><table><tr><th>Qui</th><th>Prix</th></tr><tr><td>moi</td><td>2</td></tr></table><script>x()</script>',
  ];
  const read = await readBytes(emailReader, message.join('\r\n'));
  expect(read.lines.slice(2)).toEqual(['paragraph: Bonjour Bob', 'table: Qui | Prix\nmoi | 2']);
  expect(tablesOf(read)).toEqual([{ header: ['Qui', 'Prix'], rows: ['2: moi | 2'] }]);
});

test('endless nesting of parts is refused', async () => {
  const nested = Array.from({ length: 500 }, (_, index) => [
    `Content-Type: multipart/mixed; boundary="b${index}"`,
    '',
    `--b${index}`,
  ]).flat();
  await expect(readBytes(emailReader, [...head, ...nested].join('\r\n'))).rejects.toMatchObject({
    code: 'document-damaged',
  });
});
