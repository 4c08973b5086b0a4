import type { Matter } from '../rights/matter';
import { AppError } from '../shared/app-error';
import type { Form, Question } from './form';

/** The forms of all matters. */
export class Forms {
  /**
   * @param sharedQuestions those that several forms ask. Their answers may also be told where a form does not ask them
   */
  constructor(
    private readonly forms: ReadonlyMap<Matter, Form>,
    readonly sharedQuestions: readonly Question[],
  ) {}

  /** @throws AppError `content_invalid` where the content has a problem, and so no such form */
  formFor(matter: Matter): Form {
    const form = this.forms.get(matter);
    if (!form) throw new AppError('content_invalid', `there is no form for ${matter}`);
    return form;
  }

  /** In the order of MATTERS. */
  get all(): readonly Form[] {
    return [...this.forms.values()];
  }
}
