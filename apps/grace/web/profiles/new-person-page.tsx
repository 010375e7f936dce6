import { Form, FormFailure, newMessageId, problemsByField, usePageTitle } from '@commons/ui';
import { Button, Select, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { CreateProfile } from '../../server/profiles/schemas.ts';
import care from '../care/care.module.css';
import { useTRPC } from '../client.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import page from '../page.module.css';
import { BasisChoice } from './basis-choice.tsx';
import { NameFields } from './name-fields.tsx';
import { useHasOwn } from './use-has-own.ts';
import { deviceZone, zones } from './zones.ts';

/** Adds the person themselves, or somebody they answer for. */
export function NewPersonPage() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const leadOn = useLeadOn();
  const hasOwn = useHasOwn();
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
        leadOn(`/p/${id}/`);
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
      <BasisChoice
        label="Who is it?"
        value={basis}
        hasOwn={hasOwn}
        onChange={(to) => change({ basis: to })}
      />
      <NameFields
        isOwn={isOwn}
        values={values}
        proposed={input.preferredName}
        problems={problems}
        change={change}
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
