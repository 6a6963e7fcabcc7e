import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Problem } from '@jacquard/flow';
import { createWorker, OEM, PSM, type Page, type Word, type Worker } from 'tesseract.js';
import type { PictureText } from './format-reader.ts';
import { pictureSize } from './picture-size.ts';

/** Reads letters in pictures, in a thread of its own. Must be closed. */
export interface Recogniser {
  /** A PNG, JPEG or portable graymap. Throws `document-damaged` for a picture that can't be decoded. */
  read(picture: Uint8Array): Promise<PictureText>;
  close(): Promise<void>;
}

const unzip = promisify(gunzip);

/** Opens Tesseract with French and English. Program and data are on the disk: nothing is fetched, nothing written. */
export async function openRecogniser(): Promise<Recogniser> {
  const languages = ['fra'];
  const worker = await createWorker(languages, OEM.LSTM_ONLY, {
    langPath: dirname(dataFile('fra')),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined, // what fails is also told to whoever asked
  });
  // The library reads all languages from one folder, but each comes in a package of its own: the second is handed in as a
  // file of its memory, and as the list that it keeps of those already there.
  await worker.FS('writeFile', ['./eng.traineddata', await unzip(await readFile(dataFile('eng')))]);
  languages.push('eng');
  // French goes first: it reads English as well, while the other way round French loses its accents.
  await worker.reinitialize('fra+eng', OEM.LSTM_ONLY);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO });
  return {
    read: (picture) => recognise(worker, picture),
    async close() {
      await worker.terminate();
    },
  };
}

function dataFile(language: 'eng' | 'fra'): string {
  const folder = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`));
  return join(folder, '4.0.0_best_int', `${language}.traineddata.gz`);
}

/** Below this confidence a page may lie a little askew: straightening it takes as long as a third of the reading. */
const askew = 0.85;

async function recognise(worker: Worker, picture: Uint8Array): Promise<PictureText> {
  const look = async (rotateAuto: boolean): Promise<PictureText> => {
    const { data } = await worker.recognize(Buffer.from(picture), { rotateAuto }, { text: false, blocks: true });
    return toPictureText(data, picture);
  };
  try {
    const plain = await look(false);
    if (plain.confidence >= askew || plain.lines.length === 0) return plain;
    const straight = await look(true);
    return straight.confidence > plain.confidence ? straight : plain;
  } catch (error) {
    throw Problem.is(error) ? error : new Problem('document-damaged', {}, { cause: error });
  }
}

/** Specks and rules come as signs that the recognition itself doubts. */
const doubtfulSign = 50;

function toPictureText({ blocks }: Page, picture: Uint8Array): PictureText {
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  const kept = lines
    .map((line) => ({ line, words: line.words.filter(isWord) }))
    .filter(({ words }) => words.length > 0);
  const words = kept.flatMap((line) => line.words);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  return {
    confidence: letters === 0 ? 0 : sure / letters / 100,
    isUpright: standUpright(words),
    ...pictureSize(picture),
    lines: kept.map(({ line, words: own }) => ({
      words: own.map(({ text, bbox }) => ({ text, left: bbox.x0, right: bbox.x1 })),
      baseline: (line.baseline.y0 + line.baseline.y1) / 2,
      size: line.rowAttributes.rowHeight || line.bbox.y1 - line.bbox.y0,
    })),
  };
}

/** Words are wider than tall; the recognition also reads those that climb or fall. */
function standUpright(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => text.length >= 4);
  return long.filter(({ bbox }) => bbox.y1 - bbox.y0 > bbox.x1 - bbox.x0).length * 2 <= long.length;
}

function isWord({ text, confidence }: Word): boolean {
  return /[\p{L}\p{N}]/u.test(text) || confidence >= doubtfulSign;
}
