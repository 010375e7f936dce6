import {
  accountApi,
  ConfirmIdentity,
  ErrorState,
  FormFailure,
  needsFreshSession,
  notify,
  ProviderIcon,
  ProviderProblem,
  providerNames,
  Timestamp,
  useProviderVisit,
  type WaysIn,
} from '@commons/ui';
import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import classes from './account.module.css';
import { Section } from './section.tsx';

type Provider = WaysIn['configured'][number];

const queryKey = ['account', 'ways-in'];

/** The password and the providers that open this account, and those that could; nothing where there is only the password. */
export function WaysToSignIn() {
  const ways = useQuery({ queryKey, queryFn: accountApi.waysIn });
  if (ways.isPending) return null;
  if (ways.data?.linked.length === 0 && ways.data.configured.length === 0) return null;
  return (
    <Section
      id="ways-in"
      title="Ways to sign in"
      about="Besides the password, accounts elsewhere can open this one."
    >
      {ways.isError ? (
        <ErrorState error={ways.error} onRetry={() => void ways.refetch()} />
      ) : (
        <Ways ways={ways.data} />
      )}
    </Section>
  );
}

function Ways({ ways: { password, linked, configured } }: { ways: WaysIn }) {
  const queries = useQueryClient();
  const [confirmOpened, setConfirmOpened] = useState(false);
  const link = useProviderVisit('link', { back: '/account', problem: '/account' });
  const unlink = useMutation({
    mutationFn: accountApi.unlink,
    onSuccess: (_, provider) =>
      notify({ title: `${providerNames[provider]} unlinked`, text: 'Other devices have to sign in again.' }),
    onError: (error) => setConfirmOpened(needsFreshSession(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['account'] }),
  });
  const offered = configured.filter((id) => linked.every(({ provider }) => provider !== id));
  const isOnlyWay = (provider: Provider) =>
    !password && linked.every((way) => way.provider === provider || !configured.includes(way.provider));
  const failure = [link.failure, unlink.error].find((error) => error && !needsFreshSession(error));
  const begin = async (provider: Provider) => {
    const problem = await link.visit(provider);
    if (needsFreshSession(problem)) setConfirmOpened(true);
  };
  return (
    <Stack gap="md">
      <ProviderProblem />
      <FormFailure error={failure ?? null} />
      <ul className={classes.list}>
        {password && (
          <li className={classes.entry}>
            <span className={classes.name}>Password</span>
          </li>
        )}
        {linked.map(({ provider, since }) => (
          <li key={provider} className={classes.entry}>
            <div className={classes.about}>
              <ProviderName provider={provider} />
              <div className={classes.facts}>
                linked <Timestamp date={since} />
              </div>
            </div>
            {isOnlyWay(provider) ? (
              <span className={classes.facts}>Your only way in</span>
            ) : (
              <Button
                className={classes.act}
                variant="default"
                size="sm"
                aria-label={`Unlink ${providerNames[provider]}`}
                loading={unlink.isPending && unlink.variables === provider}
                onClick={() => unlink.mutate(provider)}
              >
                Unlink
              </Button>
            )}
          </li>
        ))}
        {offered.map((provider) => (
          <li key={provider} className={classes.entry}>
            <ProviderName provider={provider} />
            <Button
              className={classes.act}
              variant="default"
              size="sm"
              aria-label={`Link ${providerNames[provider]}`}
              loading={link.going === provider}
              onClick={() => void begin(provider)}
            >
              Link
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmIdentity
        opened={confirmOpened}
        onClose={() => setConfirmOpened(false)}
        onConfirmed={() => {
          setConfirmOpened(false);
          notify({ title: 'Thank you', text: 'Now you can link and unlink for a quarter of an hour.' });
        }}
      />
    </Stack>
  );
}

function ProviderName({ provider }: { provider: Provider }) {
  return (
    <span className={classes.name}>
      <ProviderIcon provider={provider} />
      {providerNames[provider]}
    </span>
  );
}
