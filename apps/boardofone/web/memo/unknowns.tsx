import { newMessageId, useDraft } from '@commons/ui';
import { Button, Checkbox, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import type { RegisterEntry } from '../../debate/evidence.ts';
import { type Session, useTRPC } from '../client.ts';
import { TierFailure } from '../plan/tier-failure.tsx';
import { readFound, withFound } from './found.ts';
import classes from './memo.module.css';

interface UnknownsProps {
  session: Session;
  unknowns: readonly RegisterEntry[];
  namesOf: (entry: RegisterEntry) => string;
}

/** What nobody knew, as a list to work off; with what was found out the same decision can be put again. */
export function Unknowns({ session, unknowns, namesOf }: UnknownsProps) {
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useDraft(`board:${session.id}:unknowns`);
  const again = useMutation(
    trpc.sessions.create.mutationOptions({ onSuccess: ({ id }) => navigate(`/sessions/${id}`) }),
  );
  const found = readFound(draft.text);
  const context = withFound(session.context, unknowns, found);
  const keep = (text: string, what: string | null) => {
    const { [text]: _, ...rest } = found;
    const next = what === null ? rest : { ...rest, [text]: what };
    setDraft({ text: JSON.stringify(next), attemptId: newMessageId() });
  };
  const putAgain = () => {
    const { problem, constraints, decideBy, reversibility, maxRounds, seatsWanted, answerWaitSeconds } =
      session;
    again.mutate({
      id: draft.attemptId ?? newMessageId(),
      problem,
      context,
      constraints,
      decideBy,
      reversibility,
      maxRounds,
      seatsWanted,
      answerWaitSeconds,
      capUsd: session.capUsd,
    });
  };
  return (
    <section className={classes.part} aria-labelledby="unknowns">
      <Title order={2} id="unknowns">
        Not known
      </Title>
      {unknowns.length === 0 ? (
        <p>Nobody named anything that is unknown.</p>
      ) : (
        <p className={classes.lead}>
          Find out what you can, tick it off and write down what it is. What you write stays on this device
          until you put the decision before the board again.
        </p>
      )}
      <ul className={classes.register}>
        {unknowns.map((entry) => (
          <li key={entry.text}>
            <Checkbox
              size="md"
              label={entry.text}
              description={namesOf(entry)}
              checked={entry.text in found}
              onChange={({ currentTarget }) => keep(entry.text, currentTarget.checked ? '' : null)}
            />
            {entry.text in found && (
              <TextInput
                className={classes.found}
                label="What you found out"
                value={found[entry.text] ?? ''}
                onChange={({ currentTarget }) => keep(entry.text, currentTarget.value)}
                autoComplete="off"
                dir="auto"
              />
            )}
          </li>
        ))}
      </ul>
      <TierFailure error={again.error} />
      {Boolean(again.error) && (
        <p>
          <Link href={`/new?from=${session.id}`}>Ask again with other settings</Link>
        </p>
      )}
      {context !== session.context && (
        <Button loading={again.isPending} onClick={putAgain} className={classes.again}>
          Ask the board again with this
        </Button>
      )}
    </section>
  );
}
