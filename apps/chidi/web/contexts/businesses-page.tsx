import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Business } from '../client.ts';
import { BusinessRow } from './business-row.tsx';
import classes from './businesses.module.css';
import { FirstBusiness } from './first-business.tsx';
import { RemoveBusiness } from './remove-business.tsx';
import { useBusinesses } from './use-businesses.ts';

/** Every business that Chidi knows. */
export function BusinessesPage() {
  const { data: businesses, error, refetch } = useBusinesses();
  const [removing, setRemoving] = useState<{ business: Business; opened: boolean }>();
  usePageTitle('Your businesses');
  if (!businesses) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  }
  if (businesses.length === 0) return <FirstBusiness />;
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1}>Your businesses</Title>{' '}
          <p className={classes.lead}>
            A shop, a brand, a side project: each keeps its own knowledge and its own conversations.
          </p>
        </div>
        <Button component={Link} href="/contexts/new" variant="light">
          Add a business
        </Button>
      </div>{' '}
      <ul className={classes.list}>
        {businesses.map((business) => (
          <BusinessRow
            key={business.id}
            business={business}
            onRemove={() => setRemoving({ business, opened: true })}
          />
        ))}
      </ul>
      {removing && (
        <RemoveBusiness
          key={removing.business.id}
          {...removing}
          onClose={() => setRemoving({ ...removing, opened: false })}
        />
      )}
    </div>
  );
}
