import { useProfile } from '../frame/profile-context.ts';
import classes from './printed-for.module.css';

/** Whose page this is, for paper: the screen says it above every page. */
export function PrintedFor() {
  const { fullName } = useProfile();
  return <p className={classes.name}>{fullName}</p>;
}
