import { notifyError, saveFile, useAnnounce, usePageTitle } from '@commons/ui';
import { Button, Checkbox, Group, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import classes from './export.module.css';

const tables = [
  { table: 'doses', label: 'Doses', scope: 'medications' },
  { table: 'medications', label: 'Medicines', scope: 'medications' },
  { table: 'notes', label: 'Notes', scope: 'notes' },
] as const;

/** The record as files, as far as the caller may read it. */
export function ExportPage() {
  const trpc = useTRPC();
  const profile = useProfile();
  const announce = useAnnounce();
  const [hasByteOrderMark, setByteOrderMark] = useState(true);
  const handlers = {
    onError: (error: unknown) => void notifyError(error),
    onSuccess: (file: { name: string; type: string; text: string }) => {
      saveFile({ name: file.name, content: new Blob([file.text], { type: file.type }) });
      announce(`Saved as ${file.name}`);
    },
  };
  const json = useMutation(trpc.export.json.mutationOptions(handlers));
  const csv = useMutation(trpc.export.csv.mutationOptions(handlers));
  const fhir = useMutation(trpc.export.fhir.mutationOptions(handlers));
  const { id: profileId } = profile;
  usePageTitle('Export');
  return (
    <div className={page.page}>
      <Title order={1}>Take the record along</Title>
      <p className={page.lead}>
        Files hold what you may read of {profile.preferredName}’s record.
        {!profile.rights.isHolder && ' What you export of notes, chats and the card is in the access log.'}
      </p>
      <Part title="For a clinic" text="A FHIR R4 bundle: medicines, doses, allergies, conditions, who cares.">
        <Download isPending={fhir.isPending} onClick={() => fhir.mutate({ profileId })}>
          Save for a clinic
        </Download>
      </Part>
      <Part title="For a spreadsheet" text="One table each, as CSV. Times are UTC.">
        {tables
          .filter(({ scope }) => may(profile, scope, 'view'))
          .map(({ table, label }) => (
            <Download
              key={table}
              isPending={csv.isPending && csv.variables.table === table}
              onClick={() => csv.mutate({ profileId, table, hasByteOrderMark })}
            >
              {label}
            </Download>
          ))}
        <Checkbox
          size="md"
          className={classes.option}
          label="For Excel"
          description="Begins with a mark, so that accents and other scripts show rightly."
          checked={hasByteOrderMark}
          onChange={({ currentTarget }) => setByteOrderMark(currentTarget.checked)}
        />
      </Part>
      <Part title="Everything" text="All that you may read, in one JSON file.">
        <Download isPending={json.isPending} onClick={() => json.mutate({ profileId })}>
          Save everything
        </Download>
      </Part>
      <Part title="Bring a record here" text="A JSON file that was saved elsewhere becomes a new record.">
        <Button component={Link} href="/people/import" variant="default">
          Bring a record here
        </Button>
      </Part>
    </div>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <Title order={2}>{title}</Title>
      <p>{text}</p>
      <Group gap="xs">{children}</Group>
    </section>
  );
}

function Download(props: { isPending: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={20} stroke={1.7} />}
      loading={props.isPending}
      onClick={props.onClick}
    >
      {props.children}
    </Button>
  );
}
