import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Problem } from '@jacquard/flow';
import { createWorker, OEM, PSM, type Page, type Worker } from 'tesseract.js';
import type { PictureText } from './format-reader.ts';

/** Reads letters in pictures, in a thread of its own. Must be closed. */
export interface Recogniser {
  /** A PNG, JPEG or portable graymap. Throws `document-damaged` for a picture that can't be decoded. */
  read(picture: Uint8Array): Promise<PictureText>;
  close(): Promise<void>;
}

const unzip = promisify(gunzip);

/** Opens Tesseract with French and English. Program and data are on the disk: nothing is fetched, nothing written. */
export async function openRecogniser(): Promise<Recogniser> {
  const languages = ['eng'];
  const worker = await createWorker(languages, OEM.LSTM_ONLY, {
    langPath: dirname(dataFile('eng')),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined, // what fails is also told to whoever asked
  });
  // The library reads all languages from one folder, but each comes in a package of its own: the second is handed in as a
  // file of its memory, and as the list that it keeps of those already there.
  await worker.FS('writeFile', ['./fra.traineddata', await unzip(await readFile(dataFile('fra')))]);
  languages.push('fra');
  await worker.reinitialize('eng+fra', OEM.LSTM_ONLY);
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

async function recognise(worker: Worker, picture: Uint8Array): Promise<PictureText> {
  try {
    const { data } = await worker.recognize(Buffer.from(picture), { rotateAuto: true }, { text: false, blocks: true });
    return toPictureText(data);
  } catch (error) {
    throw new Problem('document-damaged', {}, { cause: error });
  }
}

function toPictureText({ blocks }: Page): PictureText {
  const paragraphs = (blocks ?? []).flatMap((block) => block.paragraphs);
  const words = paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const confidence =
    words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / Math.max(1, letters) / 100;
  return { confidence, paragraphs: paragraphs.map(({ lines }) => lines.map(({ text }) => text.trim())) };
}
