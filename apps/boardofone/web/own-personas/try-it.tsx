import { Form, newMessageId, refusedFields } from '@commons/ui';
import { Button, Textarea, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { parseUsd, usdWords } from '../../money/usd.ts';
import { TryPersona } from '../../server/own-personas/schemas.ts';
import { type Trial, useTRPC } from '../client.ts';
import { TierFailure } from '../plan/tier-failure.tsx';
import classes from './own-persona.module.css';

/** One question to a voice, to hear how it argues before it sits on a panel. */
export function TryIt({ code, isChanged }: { code: string; isChanged: boolean }) {
  const trpc = useTRPC();
  const [question, setQuestion] = useState('');
  // The same until there is an answer: sent again, it is asked once.
  const [id, setId] = useState(newMessageId);
  const [problem, setProblem] = useState<string | null>(null);
  const { mutate, isPending, error, data, reset } = useMutation(
    trpc.ownPersonas.try.mutationOptions({ onSuccess: () => setId(newMessageId()) }),
  );
  const refused = refusedFields(error).question;
  function submit() {
    const read = TryPersona.safeParse({ id, code, question });
    if (!read.success) return setProblem(read.error.issues[0]?.message ?? null);
    mutate(read.data);
  }
  return (
    <section className={classes.form} aria-labelledby="try">
      <div>
        <Title order={2} id="try">
          Try it
        </Title>
        <p className={classes.lead}>
          One question, one answer. It is no session, and what it costs is shown.
        </p>
      </div>
      <Form className={classes.form} onSubmit={submit}>
        <Textarea
          size="md"
          label="A question"
          rows={3}
          dir="auto"
          maxLength={1_000}
          value={question}
          error={problem ?? refused}
          onChange={({ currentTarget }) => {
            setProblem(null);
            if (error) {
              reset();
              setId(newMessageId());
            }
            setQuestion(currentTarget.value);
          }}
        />
        {!refused && <TierFailure error={error} />}
        <div className={classes.actions}>
          <Button type="submit" variant="default" loading={isPending} disabled={isChanged}>
            Ask
          </Button>
          {isChanged && <span className={classes.version}>Save first: the saved words answer.</span>}
        </div>
      </Form>
      <div role="status">{data && !isPending && <Answer trial={data} />}</div>
    </section>
  );
}

function Answer({ trial }: { trial: Trial }) {
  const { answer, isRehearsal, cost, version } = trial;
  return (
    <figure className={classes.answer}>
      <blockquote dir="auto">{answer}</blockquote>
      <figcaption>
        Version {version} · {isRehearsal ? 'a rehearsal, without a model' : usdWords(parseUsd(cost))}
      </figcaption>
    </figure>
  );
}
