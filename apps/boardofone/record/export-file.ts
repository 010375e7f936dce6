import { recordMarkdown } from './record-markdown.ts';
import type { SessionRecord } from './schemas.ts';

/** A file to be handed out. */
export interface ExportFile {
  name: string;
  type: string;
  text: string;
}

/** The memo for people; null while there is none. */
export function markdownFile(record: SessionRecord): ExportFile | null {
  const text = recordMarkdown(record);
  return text === null ? null : { name: `decision-memo-${day(record)}.md`, type: 'text/markdown', text };
}

/** The whole record for machines. */
export function jsonFile(record: SessionRecord): ExportFile {
  return {
    name: `decision-record-${day(record)}.json`,
    type: 'application/json',
    text: `${JSON.stringify(record, null, 2)}\n`,
  };
}

const day = ({ exportedAt }: SessionRecord): string => exportedAt.slice(0, 10);
