import { Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import { headingOf } from '../../deliberation/heading-of.ts';
import page from '../page.module.css';

interface ProblemHeadingProps {
  problem: string;
  back: { href: string; label: string };
}

/** What is to be decided, and the way back. */
export function ProblemHeading({ problem, back }: ProblemHeadingProps) {
  return (
    <div className={page.head}>
      <Link href={back.href} className={page.back}>
        <IconChevronLeft size={18} stroke={1.8} aria-hidden="true" className="ui-mirrored" />
        {back.label}
      </Link>
      <Title order={1} className={page.problem} dir="auto">
        {headingOf(problem)}
      </Title>
    </div>
  );
}
