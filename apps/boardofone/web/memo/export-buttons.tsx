import { notifyError, saveFile, useAnnounce } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconDownload, IconPrinter, IconShare } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type ExportFile, jsonFile, markdownFile } from '../../record/export-file.ts';
import type { SessionRecord } from '../../record/schemas.ts';
import { useTRPCClient } from '../client.ts';

/** The memo as a file for people, the record as one for machines, and both on paper. */
export function ExportButtons({ sessionId }: { sessionId: string }) {
  const client = useTRPCClient();
  const announce = useAnnounce();
  const save = useMutation({
    mutationFn: async (fileOf: (record: SessionRecord) => ExportFile | null) =>
      fileOf(await client.room.exportRecord.mutate({ id: sessionId })),
    onError: (error: unknown) => void notifyError(error),
    onSuccess: (file) => {
      if (!file) return;
      saveFile({ name: file.name, content: new Blob([file.text], { type: file.type }) });
      announce(`Saved as ${file.name}`);
    },
  });
  const isSaving = (fileOf: typeof jsonFile | typeof markdownFile) =>
    save.isPending && save.variables === fileOf;
  const icon = <IconDownload size={18} stroke={1.7} />;
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={icon}
        loading={isSaving(markdownFile)}
        onClick={() => save.mutate(markdownFile)}
      >
        Markdown
      </Button>
      <Button
        variant="default"
        leftSection={icon}
        loading={isSaving(jsonFile)}
        onClick={() => save.mutate(jsonFile)}
      >
        JSON record
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.7} />}
        onClick={() => window.print()}
      >
        Print
      </Button>
      <Button
        component={Link}
        href={`/sessions/${sessionId}/sharing`}
        variant="default"
        leftSection={<IconShare size={18} stroke={1.7} />}
      >
        Share
      </Button>
    </Group>
  );
}
