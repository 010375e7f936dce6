import type { ExportFile } from '../../record/export-file.ts';

/** Hands a file to the browser, which asks or knows where to put it. */
export function saveFile({ name, type, text }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
