import { BusinessMenu } from '../contexts/business-menu.tsx';
import { useChosenBusiness } from '../contexts/use-chosen-business.ts';

/** Which business the next conversation is about. */
export function NewConversationHeading() {
  const business = useChosenBusiness();
  return business ? <BusinessMenu businessId={business.id} label="Ask about" /> : null;
}
