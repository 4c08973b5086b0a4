import type { Form } from '../forms/form';
import type { Matter } from '../rights/matter';
import type { Replies } from './replies';

/** Everything that replies about a form are made of. */
export interface FormWords {
  readonly replies: Replies;
  readonly formFor: (matter: Matter) => Form;
}
