import type { Check } from '../../repository/finding.ts';

const forbidden = ['common', 'core', 'helpers', 'lib', 'misc', 'utils'];

/** A folder is named after what it holds. */
export const namedFolders: Check = ({ files }) => {
  const folders = new Set(files.flatMap(foldersAbove));
  return [...folders]
    .filter((folder) => forbidden.includes(folder.split('/').at(-1) ?? ''))
    .map((path) => ({
      path,
      message: `This name says nothing about what is inside: name the folder after the thing it holds.`,
    }));
};

function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
