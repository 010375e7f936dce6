import type { Check, Finding } from '../repository/finding.ts';
import { lineAt } from '../repository/line-at.ts';

const imagesAndFonts = /\.(avif|gif|ico|jpe?g|png|ttf|webp|woff2?)$/i;

// Homes and checkouts. In an address such as https://example.org/home/ something stands before the slash.
const pathOfMachine = /(?<=^|file:\/\/|[^\w./~:@>}\])-])\/(?:work|root|home|Users)\/[\w.-]/m;

/** No file was left behind by a program, and none names a folder that only one machine has. */
export const machineTraces: Check = ({ files, read }) =>
  files.filter((path) => !imagesAndFonts.test(path)).flatMap((path) => tracesIn(path, read(path)));

function tracesIn(path: string, text: string): Finding[] {
  if (text.includes('\0')) {
    return [
      {
        path,
        message:
          'is binary and no image or font: remove it, and name it in .gitignore if a program makes it.',
      },
    ];
  }
  const found = pathOfMachine.exec(text);
  if (!found) return [];
  const message = 'names a path of one machine: write it from the root of the repository, or as a setting.';
  return [{ path, line: lineAt(text, found.index), message }];
}
