import {
  describeError,
  ErrorState,
  Form,
  FormFailure,
  LoadingState,
  NotFoundState,
  usePageTitle,
} from '@commons/ui';
import { Badge, Button, Textarea, TextInput, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { type OwnPersona, useTRPC } from '../client.ts';
import page from '../page.module.css';
import classes from './own-persona.module.css';
import { PutAway } from './put-away.tsx';
import { TryIt } from './try-it.tsx';
import { useOwnPersona } from './use-own-persona.ts';

/** A voice of one's own: its words, a question to try it on, and how to put it away. */
export function OwnPersonaPage({ code }: { code: string }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.ownPersonas.byCode.queryOptions({ code }));
  usePageTitle(data?.name ?? 'A voice of yours');
  if (data) return <Page persona={data} />;
  if (!error) return <LoadingState />;
  const { code: reason } = describeError(error);
  if (reason === 'NOT_FOUND' || reason === 'BAD_INPUT') return <NotFoundState />;
  return <ErrorState error={error} onRetry={() => void refetch()} />;
}

function Page({ persona }: { persona: OwnPersona }) {
  const form = useOwnPersona(persona);
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <div className={page.head}>
        <Link href="/personas" className={page.back}>
          <IconChevronLeft size={18} stroke={1.8} aria-hidden="true" />
          Personas
        </Link>
        <div className={classes.title}>
          <Title order={1}>{persona.name}</Title>
          {persona.adversarial && (
            <Badge variant="light" color="gray" className={classes.badge ?? ''}>
              Opposes
            </Badge>
          )}
          {persona.isArchived && (
            <Badge variant="light" color="gray" className={classes.badge ?? ''}>
              Archived
            </Badge>
          )}
        </div>
        <p className={classes.lead}>
          A voice of your own; nobody else sees it. {persona.hasSessions && sessionsKeep}
        </p>
      </div>
      <Words persona={persona} form={form} />
      <TryIt code={persona.code} isChanged={form.isChanged} />
      <PutAway persona={persona} />
    </div>
  );
}

const sessionsKeep = 'Decisions that have it keep the words that it had in them.';

function Words({ persona, form }: { persona: OwnPersona; form: ReturnType<typeof useOwnPersona> }) {
  const { values, problems, failure, isPending, isChanged, isStale, change, discard, save } = form;
  const text = (field: Exclude<keyof typeof values, 'revision'>) => ({
    size: 'md' as const,
    dir: 'auto' as const,
    value: values[field],
    error: problems[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  return (
    <Form className={classes.form} onSubmit={save}>
      <TextInput label="Name" {...text('name')} />
      <TextInput label="Job" description="What it does on a panel, in one sentence." {...text('job')} />
      <Textarea label="Is there to prevent" rows={3} {...text('lossFunction')} />
      <Textarea
        label="Blind spots"
        description="One on each line, six at most."
        rows={3}
        {...text('blindSpots')}
      />
      <Textarea
        label="What the model is told"
        description="How it looks at things and argues. No names of people, no keys, no passwords: this goes to the provider of the model."
        rows={12}
        {...text('systemPrompt')}
      />
      {!isStale && <FormFailure error={failure} />}
      {isStale && (
        <p role="alert" className={classes.newer}>
          <strong>Saved somewhere else in the meantime.</strong> What you wrote is kept here.
        </p>
      )}
      <div className={classes.actions}>
        {isStale ? (
          <Button onClick={form.keepMine}>Keep mine</Button>
        ) : (
          <Button type="submit" loading={isPending} disabled={!isChanged}>
            Save
          </Button>
        )}
        {isChanged && (
          <Button variant="default" onClick={discard}>
            {isStale ? 'Load the newer words' : 'Back to what is saved'}
          </Button>
        )}
        <span className={classes.version}>Version {persona.version}</span>
      </div>
    </Form>
  );
}
