import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { FirstBusiness } from '../contexts/first-business.tsx';
import { useBusinesses } from '../contexts/use-businesses.ts';
import { useChosenBusiness } from '../contexts/use-chosen-business.ts';
import { NewConversationView } from './new-conversation-view.tsx';
import { useConversations } from './use-conversations.ts';

/** Where a conversation begins; without a business to talk about, where that begins. */
export function NewConversationPage() {
  const { data: businesses, error, refetch } = useBusinesses();
  // Which business it is about depends on them.
  const conversations = useConversations();
  const business = useChosenBusiness();
  usePageTitle('New conversation');
  if (error && !businesses) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!businesses || conversations.isPending) return <LoadingState />;
  return business ? <NewConversationView business={business} /> : <FirstBusiness />;
}
