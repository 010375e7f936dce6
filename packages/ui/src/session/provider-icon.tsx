import type { ProviderId } from '@commons/api';
import { IconBrandGithub, IconBrandGoogle, IconBrandLinkedin } from '@tabler/icons-react';

const icons = { google: IconBrandGoogle, github: IconBrandGithub, linkedin: IconBrandLinkedin } as const;

/** A provider's sign, in the colour of the text around it. */
export function ProviderIcon({ provider }: { provider: ProviderId }) {
  const Icon = icons[provider];
  return <Icon size={18} aria-hidden />;
}
