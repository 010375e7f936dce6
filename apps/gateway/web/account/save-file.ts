import type { DownloadedFile } from '@commons/ui';

/** Hands a file to the browser, which puts it where downloads go. */
export function saveFile({ name, content }: DownloadedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
