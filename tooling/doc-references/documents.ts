import type { Repository } from '../repository/repository.ts';

/** A Markdown document, line by line. */
export interface DocumentText {
  path: string;
  lines: { number: number; text: string; fenced: boolean }[];
}

/** The documents that people read: at the root, in `docs/`, and beside packages and apps. */
export function documentsOf({ files, read }: Repository): DocumentText[] {
  return files
    .filter((path) => /^((\.changeset|docs|packages|apps|tooling)\/.*)?[^/]+\.md$/.test(path))
    .map((path) => {
      let fenced = false;
      const lines = read(path)
        .split('\n')
        .map((text, index) => {
          const isFence = text.trimStart().startsWith('```');
          if (isFence) fenced = !fenced;
          return { number: index + 1, text, fenced: fenced || isFence };
        });
      return { path, lines };
    });
}

/** The pieces of a line between backticks. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}
