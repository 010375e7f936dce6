import { ErrorState, newMessageId, usePageTitle } from '@commons/ui';
import { Button, FileButton, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ImportFile } from '../../server/import/schemas.ts';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';
import classes from './import.module.css';
import { packFile } from './pack-file.ts';
import { PreviewOfFile } from './preview-of-file.tsx';

interface Chosen extends ImportFile {
  name: string;
  /** Why it is not even sent. */
  refused: string | undefined;
}

const unreadable = 'This browser could not read the file. Is it still where it was? Choose it again.';

/** Brings a record that was saved elsewhere into a new one, after showing what would come. */
export function ImportPage() {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const preview = useMutation(trpc.import.preview.mutationOptions());
  usePageTitle('Bring a record here');
  const choose = async (file: File | null) => {
    if (!file) return;
    const id = newMessageId();
    const content = await packFile(file).catch(() => null);
    if (content === null) {
      preview.reset();
      return setChosen({ id, file: '', name: file.name, refused: unreadable });
    }
    const packed = { id, file: content };
    const refused = ImportFile.safeParse(packed).error?.issues[0]?.message;
    setChosen({ ...packed, name: file.name, refused });
    if (refused) preview.reset();
    else preview.mutate(packed);
  };
  const shown = chosen?.refused
    ? { contents: null, problems: [{ where: 'The file', what: chosen.refused }] }
    : preview.data;
  return (
    <div className={page.page}>
      <Title order={1}>Bring a record here</Title>
      <p className={page.lead}>
        From a JSON file that was saved with “Save everything”. It becomes a new record; nothing that is here
        changes.
      </p>
      <div>
        <FileButton accept="application/json,.json" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button
              {...props}
              size="md"
              variant={chosen ? 'default' : 'filled'}
              leftSection={<IconUpload size={20} stroke={1.7} />}
              loading={preview.isPending}
            >
              {chosen ? 'Choose another file' : 'Choose a file'}
            </Button>
          )}
        </FileButton>
      </div>
      {chosen && <p className={classes.name}>{chosen.name}</p>}
      {preview.error && chosen && (
        <ErrorState
          error={preview.error}
          onRetry={() => preview.mutate({ id: chosen.id, file: chosen.file })}
        />
      )}
      {shown && chosen && <PreviewOfFile key={chosen.id} chosen={chosen} preview={shown} />}
    </div>
  );
}
