import { Icon, type IconName } from './icon';

export interface ButtonProps {
  /** Its style sheet classes. */
  readonly look: string;
  readonly onPress: () => void;
  readonly words: string;
  readonly icon?: IconName;
  /** Cannot be pressed now, but keeps the focus that it may have. */
  readonly isOff?: boolean;
}

/** A button with words on it. */
export function Button({ look, onPress, words, icon, isOff = false }: ButtonProps) {
  return (
    <button type="button" class={look} aria-disabled={isOff} onClick={() => !isOff && onPress()}>
      {icon && <Icon name={icon} />}
      {words}
    </button>
  );
}
