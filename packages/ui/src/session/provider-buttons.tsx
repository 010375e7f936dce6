import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useRouter, useSearch } from 'wouter';
import { PartFailed } from '../states/part-failed.tsx';
import classes from './auth.module.css';
import { authApi } from './auth-api.ts';
import { FormFailure } from './form-failure.tsx';
import { ProviderIcon } from './provider-icon.tsx';
import { providerNames } from './provider-names.ts';
import { useProviderVisit } from './use-provider-visit.ts';

interface ProviderButtonsProps {
  /** The path of the app to come back to; the present page unless given. */
  next?: string;
}

/** One button per provider that the server has keys for; nothing where there are none. */
export function ProviderButtons({ next }: ProviderButtonsProps) {
  const { base } = useRouter();
  const [path] = useLocation();
  const search = useSearch();
  const providers = useQuery({ queryKey: ['providers'], queryFn: authApi.providers, staleTime: Infinity });
  const { data } = providers;
  const here = search === '' ? path : `${path}?${search}`;
  const { going, failure, visit } = useProviderVisit('sign-in', {
    back: base + (next ?? here),
    problem: `${base}/sign-in`,
  });
  if (providers.isLoadingError) {
    return (
      <PartFailed query={providers}>Whether there are other ways to sign in could not be read.</PartFailed>
    );
  }
  if (!data?.length) return null;
  return (
    <div className={classes.providers}>
      <div className={classes.or}>or</div>
      <FormFailure error={failure} />
      {data.map((provider) => (
        <Button
          key={provider}
          variant="default"
          fullWidth
          leftSection={<ProviderIcon provider={provider} />}
          loading={going === provider}
          disabled={going !== null && going !== provider}
          onClick={() => void visit(provider)}
        >
          Continue with {providerNames[provider]}
        </Button>
      ))}
    </div>
  );
}
