import { Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import page from '../page.module.css';

interface ProblemHeadingProps {
  problem: string;
  back: { href: string; label: string };
}

const headingLengthMax = 140;

/** What is to be decided, and the way back. */
export function ProblemHeading({ problem, back }: ProblemHeadingProps) {
  const [line = ''] = problem.split('\n');
  const heading = line.length > headingLengthMax ? `${line.slice(0, headingLengthMax).trimEnd()}…` : line;
  return (
    <div className={page.head}>
      <Link href={back.href} className={page.back}>
        <IconChevronLeft size={18} stroke={1.8} aria-hidden="true" className="ui-mirrored" />
        {back.label}
      </Link>
      <Title order={1} className={page.problem} dir="auto">
        {heading}
      </Title>
    </div>
  );
}
