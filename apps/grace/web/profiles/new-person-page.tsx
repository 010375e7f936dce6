import { Form, FormFailure, newMessageId, problemsByField, usePageTitle } from '@commons/ui';
import { Button, Radio, Select, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { CreateProfile } from '../../server/profiles/schemas.ts';
import care from '../care/care.module.css';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';
import surfaces from '../surfaces.module.css';
import { bases } from './bases.ts';
import { deviceZone, zones } from './zones.ts';

/** Adds the person themselves, or somebody they answer for. */
export function NewPersonPage() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { data: profiles = [] } = useQuery(trpc.profiles.list.queryOptions());
  const hasOwn = profiles.some(({ basis, rights }) => basis === 'self' && rights.isHolder);
  const [values, setValues] = useState(() => ({
    id: newMessageId(),
    basis: 'self' as CreateProfile['basis'],
    fullName: '',
    preferredName: '',
    timeZone: deviceZone(),
  }));
  const [submitted, setSubmitted] = useState(false);
  const create = useMutation(
    trpc.profiles.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queries.invalidateQueries();
        navigate(`/p/${id}/`);
      },
    }),
  );
  usePageTitle('Add a person');
  const basis = hasOwn && values.basis === 'self' ? 'parent' : values.basis;
  const isOwn = basis === 'self';
  const input = {
    ...values,
    basis,
    preferredName: values.preferredName || (values.fullName.split(' ')[0] ?? ''),
  };
  const problems = submitted ? problemsByField(CreateProfile.safeParse(input).error?.issues) : {};
  const change = (part: Partial<CreateProfile>) => setValues({ ...values, ...part });
  return (
    <Form
      className={page.page}
      onSubmit={() => {
        setSubmitted(true);
        if (CreateProfile.safeParse(input).success) create.mutate(input);
      }}
    >
      <Title order={1}>{isOwn ? 'Add yourself' : 'Add a person'}</Title>
      <p className={page.lead}>
        Is there a file of their record?{' '}
        <Link href="/people/import" className={care.more}>
          Bring it here
        </Link>
      </p>
      <Radio.Group
        label="Who is it?"
        value={basis}
        onChange={(value) => change({ basis: value as CreateProfile['basis'] })}
      >
        <Stack gap={0} mt="xs">
          {Object.entries(bases).map(([value, label]) => (
            <Radio
              key={value}
              value={value}
              label={label}
              disabled={value === 'self' && hasOwn}
              size="md"
              className={surfaces.choice}
            />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={isOwn ? 'Your full name' : 'Full name'}
        size="md"
        value={values.fullName}
        onChange={({ currentTarget }) => change({ fullName: currentTarget.value })}
        error={problems.fullName}
        aria-required
        autoComplete="off"
        dir="auto"
      />
      <TextInput
        label={isOwn ? 'What you like to be called' : 'What they like to be called'}
        placeholder={input.preferredName}
        size="md"
        value={values.preferredName}
        onChange={({ currentTarget }) => change({ preferredName: currentTarget.value })}
        error={problems.preferredName}
        autoComplete="off"
        dir="auto"
      />
      <Select
        label={isOwn ? 'Where you live, as a time zone' : 'Where they live, as a time zone'}
        description="Times of medicines are times there."
        size="md"
        data={zones}
        searchable
        allowDeselect={false}
        value={values.timeZone}
        onChange={(value) => change({ timeZone: value ?? values.timeZone })}
        error={problems.timeZone}
      />
      <FormFailure error={create.error} />
      <div>
        <Button type="submit" size="md" loading={create.isPending}>
          Add
        </Button>
      </div>
    </Form>
  );
}
