import { gunzipSync } from 'node:zlib';
import { inTheFile } from './import-problems.ts';

/** As much as a record of many years takes, without pictures. */
const unpackedMax = 8 * 1024 * 1024;

/** The text of a file that was packed for the way. What unpacks to more than a record would is not unpacked to its end. */
export function unpackFile(file: string): string {
  try {
    const bytes = gunzipSync(Buffer.from(file, 'base64'), { maxOutputLength: unpackedMax });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw inTheFile('It is larger than 8 MB. A record of this size cannot be brought in here.');
    throw inTheFile('It is not text. Choose the JSON file that was saved with “Save everything”.');
  }
}
