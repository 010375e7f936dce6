/** Said wherever the rehearsal speaks: nobody is to take it for thought. */
export const rehearsalNotice = 'Rehearsal: no language model is configured.';
