import { ErrorState, LoadingState } from '@commons/ui';
import { Button, SegmentedControl, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { OwnWords } from '../../server/topics/schemas.ts';
import { type Outputs, type RouterInputs, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { atOnce } from '../optimistic/at-once.ts';
import classes from './story.module.css';

type Preference = Outputs['topics']['list']['own'][number]['preference'] | null;

const marks = [
  { value: 'favourite', label: 'Likes' },
  { value: 'none', label: 'Fine' },
  { value: 'avoid', label: 'Never' },
];

/** What the person likes to talk about, and what the companion never brings up. */
export function Likes() {
  const { id: profileId, preferredName } = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string>();
  const { data, error, refetch } = useQuery(trpc.topics.list.queryOptions({ profileId }));
  const { mutate: prefer } = useMutation(
    trpc.topics.prefer.mutationOptions(
      atOnce(queries, trpc.topics.list.queryKey({ profileId }), withPreference),
    ),
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const add = (preference: Preference) => {
    const checked = OwnWords.safeParse(words);
    setProblem(checked.error?.issues[0]?.message);
    if (!checked.success) return;
    prefer({ profileId, subject: { words: checked.data }, preference });
    setWords('');
  };
  return (
    <section aria-label="Likes and dislikes" className={classes.section}>
      <Title order={2}>What {preferredName} likes to talk about</Title>
      <ul className={classes.list}>
        {data.own.map(({ words: own, preference }) => (
          <Topic
            key={own}
            title={own}
            preference={preference}
            onChange={(next) => prefer({ profileId, subject: { words: own }, preference: next })}
          />
        ))}
        {data.topics.map(({ id, title, preference }) => (
          <Topic
            key={id}
            title={title}
            preference={preference}
            onChange={(next) => prefer({ profileId, subject: { topicId: id }, preference: next })}
          />
        ))}
      </ul>
      <div className={classes.own}>
        <TextInput
          label="Something else"
          placeholder="cats, the old farm, Uncle Sam"
          size="md"
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
          error={problem}
          dir="auto"
        />
        <Button size="md" variant="default" onClick={() => add('favourite')}>
          Likes it
        </Button>
        <Button size="md" variant="default" onClick={() => add('avoid')}>
          Never bring it up
        </Button>
      </div>
    </section>
  );
}

type Topics = Outputs['topics']['list'];

function withPreference(topics: Topics, { subject, preference }: RouterInputs['topics']['prefer']): Topics {
  if ('topicId' in subject) {
    const { topicId } = subject;
    return {
      ...topics,
      topics: topics.topics.map((topic) => (topic.id === topicId ? { ...topic, preference } : topic)),
    };
  }
  const { words } = subject;
  if (topics.own.some((one) => one.words === words)) {
    const own = topics.own.flatMap((one) =>
      one.words !== words ? [one] : preference ? [{ words, preference }] : [],
    );
    return { ...topics, own };
  }
  return preference ? { ...topics, own: [...topics.own, { words, preference }] } : topics;
}

interface TopicProps {
  title: string;
  preference: Preference;
  onChange: (preference: Preference) => void;
}

function Topic({ title, preference, onChange }: TopicProps) {
  return (
    <li className={classes.topic}>
      <span dir="auto">{title}</span>
      <SegmentedControl
        size="md"
        aria-label={`How about ${title}?`}
        data={marks}
        value={preference ?? 'none'}
        onChange={(value) => onChange(value === 'none' ? null : (value as Preference))}
      />
    </li>
  );
}
