import { describeError, Form, FormFailure, notify } from '@commons/ui';
import { Button, Switch, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { UpdateProfile } from '../../server/profiles/schemas.ts';
import care from '../care/care.module.css';
import { problemsIn } from '../care/problems-in.ts';
import { type Profile, useTRPC } from '../client.ts';
import { useUnsaved } from '../frame/unsaved.ts';
import { NewerVersion } from '../medications/newer-version.tsx';
import page from '../page.module.css';
import { placeOf } from '../travel/zone-name.ts';
import { NameFields } from './name-fields.tsx';
import { PhotoField } from './photo-field.tsx';

/** Name, picture and manner of a person. What was typed stays when somebody else saves meanwhile. */
export function PersonForm({ saved }: { saved: Profile }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id, version, timeZone } = saved;
  const [start, setStart] = useState(() => ({ version, ...valuesOf(saved) }));
  const [values, setValues] = useState(() => valuesOf(saved));
  const save = useMutation(
    trpc.profiles.update.mutationOptions({
      onSuccess: async () => {
        notify({ title: 'Saved.' });
        await queries.invalidateQueries();
      },
      onError: (error) => {
        if (describeError(error).code === 'STALE_VERSION') void queries.invalidateQueries();
      },
    }),
  );
  const isDirty = JSON.stringify(values) !== JSON.stringify(valuesOf(start));
  const load = () => {
    setStart({ version, ...valuesOf(saved) });
    setValues(valuesOf(saved));
  };
  if (version !== start.version && (!isDirty || version === save.data?.version)) load();
  useUnsaved(isDirty && !save.isSuccess);
  const isNewer = version !== start.version && !save.isPending;
  const isOwn = saved.basis === 'self';
  const input = { ...values, timeZone, id, version: start.version };
  const problems = save.isIdle ? {} : problemsIn(UpdateProfile, input, save.error);
  const change = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  return (
    <Form className={page.page} onSubmit={() => save.mutate(input)}>
      <Title order={1}>{isOwn ? 'About you' : `About ${saved.preferredName}`}</Title>
      <PhotoField person={{ ...values }} onChange={(picture) => change({ photo: picture })} />
      <NameFields isOwn={isOwn} values={values} problems={problems} change={change} />
      <p className={page.lead}>
        Days and times are those of {placeOf(saved.timeZone)}.{' '}
        <Link href={`/p/${id}/time-zone`} className={care.more}>
          Move to another time zone
        </Link>
      </p>
      <Switch
        size="md"
        label="Discreet notices"
        description="Notices on a locked screen do not name medicines."
        checked={values.isDiscreet}
        onChange={({ currentTarget }) => change({ isDiscreet: currentTarget.checked })}
      />
      <Switch
        size="md"
        label="Plain pages"
        description="Larger type, shorter words, one thing at a time. Caregivers go on to see everything."
        checked={values.isPlain}
        onChange={({ currentTarget }) => change({ isPlain: currentTarget.checked })}
      />
      {isNewer ? (
        <NewerVersion what="this page" onLoad={load} onKeep={() => setStart({ ...start, version })} />
      ) : (
        <FormFailure error={save.error} />
      )}
      <div>
        <Button type="submit" size="md" loading={save.isPending} disabled={!isDirty || isNewer}>
          Save
        </Button>
      </div>
    </Form>
  );
}

function valuesOf({
  fullName,
  preferredName,
  photo,
  isDiscreet,
  isPlain,
}: Omit<UpdateProfile, 'id' | 'version' | 'timeZone'>) {
  return { fullName, preferredName, photo, isDiscreet, isPlain };
}
