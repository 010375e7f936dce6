import { ErrorState, Form, FormFailure, LoadingState, usePageTitle } from '@commons/ui';
import { ActionIcon, Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import type { SessionView } from '../../deliberation/view.ts';
import { diversityOf } from '../../personas/diversity.ts';
import { sameFamily } from '../../personas/same-family.ts';
import { type Persona, type Session, useTRPC } from '../client.ts';
import { ProblemHeading } from '../log/problem-heading.tsx';
import { SessionFrame } from '../log/session-frame.tsx';
import page from '../page.module.css';
import { pathOf } from '../sessions/session-words.ts';
import { AddSeat } from './add-seat.tsx';
import { Estimate } from './estimate.tsx';
import classes from './panel.module.css';
import { type ChosenSeat, usePanel } from './use-panel.ts';

/** Who is to argue, for the owner to change; starting fixes them. */
export function PanelPage({ id }: { id: string }) {
  usePageTitle('The panel');
  return (
    <SessionFrame id={id}>
      {({ session, view }) =>
        view.waitsFor === 'panel' ? (
          <Panel session={session} view={view} />
        ) : (
          <Redirect to={pathOf(session)} replace />
        )
      }
    </SessionFrame>
  );
}

function Panel({ session, view }: { session: Session; view: SessionView }) {
  const trpc = useTRPC();
  const { data: account, ...readAccount } = useQuery(trpc.account.mine.queryOptions());
  const { data: catalogue, ...readCatalogue } = useQuery(trpc.personas.list.queryOptions());
  const panel = usePanel(session, view);
  if (!account || !catalogue) {
    const error = readAccount.error ?? readCatalogue.error;
    const readAgain = () => {
      void readAccount.refetch();
      void readCatalogue.refetch();
    };
    return error ? <ErrorState error={error} onRetry={readAgain} /> : <LoadingState />;
  }
  const { seats, problem, failure, isPending } = panel;
  const personas = seats.flatMap(({ code }) => catalogue.find((persona) => persona.code === code) ?? []);
  const diversity = diversityOf(personas);
  const alike = sameFamily(seats.map(({ model }) => model || account.model.model));
  return (
    <Form className={`${page.page} ${page.narrow}`} onSubmit={panel.start}>
      <ProblemHeading problem={session.problem} back={{ href: '/', label: 'Your decisions' }} />
      <p className={classes.lead}>
        These voices were proposed because of what you wrote. They are invented: they stand for points of
        view, and claim no expertise. Nobody can be added, dropped or weighed differently once they have
        begun.
      </p>
      <section aria-labelledby="seats" className={classes.seats}>
        <Title order={2} id="seats">
          {seats.length} seats
        </Title>
        <ul>
          {seats.map((seat) => (
            <SeatRow
              key={seat.code}
              seat={seat}
              persona={catalogue.find(({ code }) => code === seat.code)}
              panel={panel}
            />
          ))}
        </ul>
        {seats.length < account.limits.seatsMax && (
          <AddSeat
            free={catalogue.filter(
              ({ code, isArchived }) => !isArchived && seats.every((seat) => seat.code !== code),
            )}
            onAdd={panel.add}
          />
        )}
      </section>
      <p className={classes.lead}>
        Spread: {diversity.functions} functions, {diversity.temperaments} temperaments and {diversity.methods}{' '}
        methods on {diversity.seats} seats ({Math.round(diversity.score * 100)} of 100).
      </p>
      {alike && <p className={classes.warning}>{alike.warning}</p>}
      <Estimate id={session.id} models={seats.map(({ model }) => model || null)} />
      {problem && <p role="alert">{problem}</p>}
      <FormFailure error={failure} />
      <div>
        <Button type="submit" loading={isPending} disabled={seats.length < 3}>
          Let them speak
        </Button>
      </div>
    </Form>
  );
}

interface SeatRowProps {
  seat: ChosenSeat;
  persona: Persona | undefined;
  panel: ReturnType<typeof usePanel>;
}

function SeatRow({ seat, persona, panel }: SeatRowProps) {
  if (!persona) return null;
  const { name, job, adversarial, lossFunction, method, temperament } = persona;
  return (
    <li className={classes.seat}>
      <div className={classes.who}>
        <div>
          <strong>{name}</strong>
          {adversarial && <span className={classes.sceptic}>Sceptic</span>}
          <span className={classes.job}>{job}</span>
        </div>
        <ActionIcon aria-label={`Remove ${name}`} title="Remove" onClick={() => panel.remove(seat.code)}>
          <IconTrash size={20} stroke={1.6} />
        </ActionIcon>
      </div>
      <p className={classes.reason}>{seat.reason}</p>
      <details>
        <summary>More about {name}</summary>
        <p>There to prevent: {lossFunction}</p>
        <p>
          Works by {method}; {temperament}.
        </p>
        <div className={classes.fields}>
          <NativeSelect
            size="md"
            label="Weight of the vote"
            data={[
              { value: '1', label: 'Like the others' },
              { value: '1.5', label: 'One and a half times' },
            ]}
            value={String(seat.weight)}
            onChange={({ currentTarget }) =>
              panel.change(seat.code, { weight: currentTarget.value === '1.5' ? 1.5 : 1 })
            }
          />
          <TextInput
            label="Another model"
            description="Of the same provider; empty for the usual one."
            value={seat.model}
            onChange={({ currentTarget }) => panel.change(seat.code, { model: currentTarget.value })}
          />
        </div>
      </details>
    </li>
  );
}
