import { FIELDS } from '../../layout/fields.ts';
import { KEPT_FIELDS } from '../../layout/kept.ts';

/** How many of the fields are read, and how many are passed over because they are about a person. */
export const READABLE_COUNTS = {
  all: FIELDS.length,
  read: KEPT_FIELDS.length,
  personal: FIELDS.filter(({ privacy }) => privacy === 'personal' || privacy === 'sensitive').length,
};
