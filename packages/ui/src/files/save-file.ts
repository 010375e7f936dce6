import type { DownloadedFile } from '../session/http.ts';

/** Hands a file to the browser, which asks or knows where to put it. */
export function saveFile({ name, content }: DownloadedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
