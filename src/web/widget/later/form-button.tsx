import type { FormButton as Button } from '../../../replies/form-part';
import { Glyph } from './glyph';

export interface FormButtonProps {
  readonly button: Button | undefined;
  /** Its style sheet classes. */
  readonly look: string;
  readonly onPress: (words: string) => void;
}

/** A button of a form; nothing where there is none. */
export function FormButton({ button, look, onPress }: FormButtonProps) {
  return button ? (
    <button type="button" class={`btn ${look}`} onClick={() => onPress(button.title)}>
      {button.does === 'back' && <Glyph name="back" />}
      {button.title}
    </button>
  ) : null;
}

/** The ways out of a form, in one row. */
export function WaysOut({
  buttons,
  onPress,
}: Pick<FormButtonProps, 'onPress'> & { readonly buttons: readonly Button[] }) {
  return (
    <div class="row ways">
      {(['later', 'skip', 'cancel'] as const).map((does) => (
        <FormButton key={does} button={buttonFor(does, buttons)} look="plain" onPress={onPress} />
      ))}
    </div>
  );
}

export const buttonFor = (does: Button['does'], buttons: readonly Button[]): Button | undefined =>
  buttons.find((button) => button.does === does);
