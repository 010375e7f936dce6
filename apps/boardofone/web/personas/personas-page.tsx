import { EmptyState, ErrorState, LoadingState, lazyPart, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { searchPersonas } from '../../personas/search.ts';
import { type Persona, useTRPC } from '../client.ts';
import { PersonaCard } from './persona-card.tsx';
import { PersonaFilters } from './persona-filters.tsx';
import classes from './personas.module.css';
import { usePersonaView } from './use-persona-view.ts';

const PersonaDrawer = lazyPart(() => import('./persona-drawer.tsx'), 'PersonaDrawer');

/** Everybody who can be asked onto a panel. */
export function PersonasPage() {
  const trpc = useTRPC();
  const [view, change] = usePersonaView();
  const { data, error, refetch } = useQuery(trpc.personas.list.queryOptions());
  const [wasOpened, setWasOpened] = useState(false);
  if (view.persona && !wasOpened) setWasOpened(true);
  usePageTitle('Personas');
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (data.length === 0) {
    return (
      <>
        <h1 className="ui-hidden">Personas</h1>
        <EmptyState
          title="Nobody is here yet"
          action={<Button onClick={() => void refetch()}>Look again</Button>}
        >
          <p>The voices of a panel arrive when the site is set up. Whoever runs it can add them.</p>
        </EmptyState>
      </>
    );
  }
  const found = searchPersonas(data, view);
  const [mine, others] = [found.filter(({ isMine }) => isMine), found.filter(({ isMine }) => !isMine)];
  const hasMine = data.some(({ isMine }) => isMine);
  const list = (personas: readonly Persona[]) => (
    <ul className={classes.list}>
      {personas.map((persona) => (
        <PersonaCard
          key={persona.code}
          persona={persona}
          heading={hasMine ? 'h3' : 'h2'}
          onOpen={() => change({ persona: persona.code })}
        />
      ))}
    </ul>
  );
  return (
    <div className={classes.page}>
      <Title order={1}>Personas</Title>
      <p className={classes.lead}>
        Points of view that a panel is made of. None is a person or an expert: a language model plays each,
        and is told to look at the matter in one particular way. Make any of them yours, and word it anew.
      </p>
      <PersonaFilters personas={data} found={found.length} />
      {mine.length > 0 && (
        <section className={classes.part} aria-labelledby="mine">
          <Title order={2} id="mine">
            Mine
          </Title>
          {list(mine)}
        </section>
      )}
      {hasMine && others.length > 0 ? (
        <section className={classes.part} aria-labelledby="catalogue">
          <Title order={2} id="catalogue">
            Everybody’s
          </Title>
          {list(others)}
        </section>
      ) : (
        list(others)
      )}
      {wasOpened && (
        <Suspense>
          <PersonaDrawer code={view.persona} onClose={() => change({ persona: null })} />
        </Suspense>
      )}
    </div>
  );
}
